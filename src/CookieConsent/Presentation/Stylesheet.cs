using System.IO.Compression;
using System.Security.Cryptography;

namespace CookieConsent.Presentation;

/// <summary>The one stylesheet, under an address that changes with its content.</summary>
internal sealed class Stylesheet
{
    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Stylesheet()
    {
        using Stream stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("Presentation.style.min.css")!;
        _plain = new byte[stream.Length];
        stream.ReadExactly(_plain);
        Route = $"/{Convert.ToHexStringLower(SHA256.HashData(_plain)[..8])}.css";
        _brotli = new Lazy<byte[]>(() => Compress(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new Lazy<byte[]>(() => Compress(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    /// <summary>The route below our prefix.</summary>
    public string Route { get; }

    /// <summary>The bytes in the first of our encodings that the client accepts.</summary>
    /// <param name="accepts">Whether a content encoding is accepted.</param>
    /// <returns>The bytes and their content encoding, or null for plain bytes.</returns>
    public (byte[] Bytes, string? Encoding) In(Func<string, bool> accepts) =>
        accepts("br") ? (_brotli.Value, "br") : accepts("gzip") ? (_gzip.Value, "gzip") : (_plain, null);

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
