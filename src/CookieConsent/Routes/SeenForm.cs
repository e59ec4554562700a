using System.Globalization;
using CookieConsent.Enforcement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Routes;

/// <summary>What a browser's script tells of: names in Development, counts elsewhere.</summary>
/// <remarks>Fields <c>cookie</c>, <c>local</c>, <c>session</c>, <c>indexeddb</c> and <c>host</c> are names; <c>n.cookie</c> and its like are counts.</remarks>
internal sealed record SeenForm(IReadOnlyList<(SeenKind Kind, string Name)> Names, IReadOnlyList<(SeenKind Kind, int Count)> Counts)
{
    private const string CountPrefix = "n.";
    private const int MostCounted = 1000;

    /// <summary>Reads a form, or returns null where it is not what the script sends.</summary>
    public static SeenForm? Read(IFormCollection form)
    {
        var names = new List<(SeenKind, string)>();
        var counts = new List<(SeenKind, int)>();
        foreach ((string field, StringValues values) in form)
        {
            bool counted = field.StartsWith(CountPrefix, StringComparison.Ordinal);
            if (Kind(counted ? field[CountPrefix.Length..] : field) is not { } kind)
            {
                return null;
            }

            foreach (string? value in values)
            {
                if (!counted && !string.IsNullOrWhiteSpace(value))
                {
                    names.Add((kind, value));
                }
                else if (counted && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= MostCounted)
                {
                    counts.Add((kind, count));
                }
                else
                {
                    return null;
                }
            }
        }

        return new SeenForm(names, counts);
    }

    private static SeenKind? Kind(string field) => field switch
    {
        "cookie" => SeenKind.Cookie,
        "local" => SeenKind.LocalStorage,
        "session" => SeenKind.SessionStorage,
        "indexeddb" => SeenKind.IndexedDb,
        "host" => SeenKind.Host,
        _ => null,
    };
}
