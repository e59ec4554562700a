using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CookieConsent.Presentation.Gates;

/// <summary>Takes the live addresses out of an element.</summary>
internal static class GatedElement
{
    /// <summary>What the browser script puts back in front of an attribute's name when the gate opens.</summary>
    public const string Prefix = "data-vc-";

    private static readonly string[] Addresses = ["src", "srcset", "poster", "srcdoc", "data", "href", "imagesrcset"];

    /// <summary>What a link's relation is made of where the browser fetches or connects; <c>me</c>, <c>canonical</c> and their like only say something.</summary>
    private static readonly string[] Fetched = ["stylesheet", "load", "fetch", "connect", "prerender", "icon", "manifest"];

    /// <summary>The address that an element loads, or null.</summary>
    public static string? Address(TagHelperOutput output) => Text(output, "src") ?? Text(output, "href") ?? Text(output, "data");

    /// <summary>Every address that it may load, those of other sizes included.</summary>
    public static IEnumerable<string> AddressesOf(TagHelperOutput output) =>
        new[] { Address(output), Text(output, "poster") }.OfType<string>().Concat(
            new[] { "srcset", "imagesrcset" }.SelectMany(name => (Text(output, name) ?? "").Split(',')).Select(candidate => candidate.Trim().Split(' ')[0]));

    /// <summary>Whether an element loads anything: a link may only name a relation.</summary>
    public static bool Loads(string tag, TagHelperOutput output) =>
        !tag.Equals("link", StringComparison.OrdinalIgnoreCase)
        || Text(output, "rel") is not { } relation
        || Fetched.Any(word => relation.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>An attribute's value as a browser reads it.</summary>
    public static string? Text(TagHelperOutput output, string name) => output.Attributes[name]?.Value switch
    {
        null => null,
        IHtmlContent content => WebUtility.HtmlDecode(Write(content)),
        object value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Moves every address into a data attribute, where no browser fetches it.</summary>
    public static void MoveAddresses(TagHelperOutput output)
    {
        for (int index = 0; index < output.Attributes.Count; index++)
        {
            TagHelperAttribute attribute = output.Attributes[index];
            if (Addresses.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase))
            {
                output.Attributes[index] = new TagHelperAttribute(Prefix + attribute.Name.ToLowerInvariant(), attribute.Value, attribute.ValueStyle);
            }
        }
    }

    /// <summary>Puts a script to sleep in a template, from which the browser script takes it when the gate opens.</summary>
    /// <remarks>Browsers fetch no script out of a template, and a copy of it keeps every attribute without a Trusted Types sink.</remarks>
    public static void Wrap(TagHelperOutput output, Gate gate)
    {
        string before = output.PreElement.GetContent();
        output.PreElement.SetHtmlContent(new SleepingGate(Template(gate)));
        output.PreElement.AppendHtml(before);
        output.PostElement.AppendHtml("</template>");
    }

    public static string Template(Gate gate, string attributes = "") =>
        $"<template {gate.Attribute.Name}=\"{HtmlEncoder.Default.Encode(gate.Attribute.Value)}\"{attributes}>";

    /// <summary>Nothing that anybody looks at: a counting frame.</summary>
    public static bool IsPixel(TagHelperOutput output) =>
        output.Attributes.ContainsName("hidden")
        || Text(output, "style")?.Contains("display:none", StringComparison.OrdinalIgnoreCase) == true
        || Text(output, "style")?.Contains("display: none", StringComparison.OrdinalIgnoreCase) == true
        || Text(output, "width") is "0" or "1"
        || Text(output, "height") is "0" or "1";

    public static string Write(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
