using System.Text.Encodings.Web;
using System.Text.Json;

namespace CookieConsent.Configuration;

/// <summary>Something in the configuration that cannot be understood or would enforce the wrong thing.</summary>
internal sealed record Mistake(string Path, string? Value, string Rule, string Remedy)
{
    /// <summary>All mistakes as one message.</summary>
    public static string Message(IReadOnlyList<Mistake> mistakes) =>
        $"The cookie consent configuration has {mistakes.Count} {(mistakes.Count == 1 ? "mistake" : "mistakes")}:"
        + string.Concat(mistakes.Select((mistake, index) => $"{Environment.NewLine}  {index + 1}. {mistake}"));

    public override string ToString() => Value is null
        ? $"{Path}: {Rule} {Remedy}"
        : $"{Path} = \"{JsonEncodedText.Encode(Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\": {Rule} {Remedy}";
}
