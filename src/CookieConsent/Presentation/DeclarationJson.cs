using System.Text.Json;
using System.Text.Json.Serialization;

namespace CookieConsent.Presentation;

/// <summary>Writes <see cref="DeclarationDocument"/> without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeclarationDocument))]
internal sealed partial class DeclarationJson : JsonSerializerContext;
