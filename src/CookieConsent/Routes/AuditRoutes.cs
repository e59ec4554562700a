using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Enforcement;
using CookieConsent.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace CookieConsent.Routes;

/// <summary>The audit page, and what browsers' scripts tell it.</summary>
internal sealed class AuditRoutes(CookieInventory inventory, LintToDate lint, WithheldReport report, IHostEnvironment? environment = null)
{
    private const int LongestBody = 8 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = LongestBody,
        KeyLengthLimit = 16,
        ValueLengthLimit = LongestBody,
        ValueCountLimit = 50,
    };

    /// <summary>Only a developer may read what the site and its visitors' browsers do.</summary>
    private readonly bool _isDevelopment = environment?.IsDevelopment() == true;

    /// <summary>Answers the request, or returns null where it is none of these.</summary>
    public Task? TryServe(HttpContext context, ConsentRequest request, ConsentMarkup markup, string? route) => route switch
    {
        OwnAddress.Audit when _isDevelopment => PageRoute.ServeAsync(context, () => markup.AuditPageAsync(context, request, Model(request.Policy))),
        OwnAddress.Seen => TakeAsync(context, request.Policy),
        _ => null,
    };

    private AuditModel Model(ConsentPolicy policy) => new(policy, lint.Of(policy), inventory);

    private async Task TakeAsync(HttpContext context, ConsentPolicy policy)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await Answer.NotAllowed(context, "POST");
        }
        else if (RequestOrigin.IsForeign(context.Request) || RequestOrigin.IsUnknown(context.Request))
        {
            await Answer.Text(context, StatusCodes.Status403Forbidden, "Only this site's own script may tell what it saw.");
        }
        else if (await ReadAsync(context.Request) is not { } form)
        {
            await Answer.Text(context, StatusCodes.Status400BadRequest, "The form is not what the script sends.");
        }
        else
        {
            Take(form, policy);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private void Take(SeenForm form, ConsentPolicy policy)
    {
        foreach ((SeenKind kind, int count) in form.Counts.Where(static told => told.Count > 0))
        {
            report.Reported(kind, count);
        }

        // Anybody can send names; where visitors come they are not kept.
        foreach ((SeenKind kind, string name) in _isDevelopment ? form.Names : [])
        {
            report.Reported(kind, 1);
            inventory.NoteReported(kind, name, policy);
        }
    }

    private static async Task<SeenForm?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is not <= LongestBody || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            // Not cancelled: an aborted request ends the reading by itself, with an exception that is caught below.
            return request.HasFormContentType ? SeenForm.Read(await request.ReadFormAsync(Limits)) : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }
}
