using System.IO.Compression;
using System.Security.Cryptography;

namespace CookieConsent.Presentation;

/// <summary>A file for the browser, under an address that changes with its content; compressed when first asked for.</summary>
internal sealed class Asset
{
    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    /// <param name="plain">The content.</param>
    /// <param name="type">The content type.</param>
    /// <param name="ending">What the address ends with behind the hash.</param>
    public Asset(byte[] plain, string type, string ending)
    {
        _plain = plain;
        Type = type;
        Route = $"/{Convert.ToHexStringLower(SHA256.HashData(plain)[..8])}{ending}";
        _brotli = new Lazy<byte[]>(() => Compress(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new Lazy<byte[]>(() => Compress(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    /// <summary>The part of the script that is fetched when there is something for it to do; the same for every site.</summary>
    public static Asset Rest { get; } = new(Embedded("rest.min.js"), "text/javascript; charset=utf-8", ".mjs");

    /// <summary>The stylesheet of what stands on every page of a site.</summary>
    public static Asset Stylesheet { get; } = new(Embedded("style.min.css"), "text/css; charset=utf-8", ".css");

    /// <summary>The stylesheet of what only some pages show: the settings and the declaration.</summary>
    public static Asset Pages { get; } = new(Embedded("pages.min.css"), "text/css; charset=utf-8", ".pages.css");

    public string Type { get; }

    /// <summary>The route below our prefix.</summary>
    public string Route { get; }

    /// <summary>The bytes in the first of our encodings that the client accepts.</summary>
    /// <param name="accepts">Whether a content encoding is accepted.</param>
    /// <returns>The bytes and their content encoding, or null for plain bytes.</returns>
    public (byte[] Bytes, string? Encoding) In(Func<string, bool> accepts) =>
        accepts("br") ? (_brotli.Value, "br") : accepts("gzip") ? (_gzip.Value, "gzip") : (_plain, null);

    /// <summary>The content of a committed asset.</summary>
    public static byte[] Embedded(string name)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream("Presentation." + name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private byte[] Compress(Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = compressor(compressed))
        {
            stream.Write(_plain);
        }

        return compressed.ToArray();
    }
}
