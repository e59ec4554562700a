using CookieConsent.Decision;
using CookieConsent.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent.Routes;

/// <summary>Takes the visitor's decision. Only a POST from this site changes anything.</summary>
internal static class DecisionRoute
{
    private const int LongestBody = 32 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = LongestBody,
        MultipartBodyLengthLimit = LongestBody,
        KeyLengthLimit = 256,
        ValueLengthLimit = 8 * 1024,
        ValueCountLimit = 1024,
    };

    public static async Task ServeAsync(HttpContext context, ConsentRequest request, ConsentMarkup markup)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await Answer.NotAllowed(context, "POST");
        }
        else if (RequestOrigin.IsForeign(context.Request))
        {
            await Answer.Text(context, StatusCodes.Status403Forbidden, "The request comes from another site. Nothing was changed.");
        }
        else if (!context.Request.HasFormContentType)
        {
            await Answer.Text(context, StatusCodes.Status415UnsupportedMediaType, "A form is expected. Nothing was changed.");
        }
        else if (context.Request.ContentLength is not { } length)
        {
            await Answer.Text(context, StatusCodes.Status411LengthRequired, "The request must say how long it is. Nothing was changed.");
        }
        else if (length > LongestBody)
        {
            await Answer.Text(context, StatusCodes.Status413PayloadTooLarge, "The form is too large. Nothing was changed.");
        }
        else
        {
            await DecideAsync(context, request, markup);
        }
    }

    private static async Task DecideAsync(HttpContext context, ConsentRequest request, ConsentMarkup markup)
    {
        string? wrong;
        IFormCollection form;
        DecisionForm? decision;
        try
        {
            // Not cancelled: an aborted request ends the reading by itself, with an exception that is caught below.
            form = await context.Request.ReadFormAsync(Limits);
            decision = DecisionForm.Read(form, request.Policy, out wrong);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            await Answer.Text(context, StatusCodes.Status400BadRequest, "The form cannot be read. Nothing was changed.");
            return;
        }

        if (decision is null)
        {
            await Answer.Text(context, StatusCodes.Status400BadRequest, wrong + " Nothing was changed.");
            return;
        }

        if (decision.Grants && RequestOrigin.IsUnknown(context.Request))
        {
            await Answer.Text(context, StatusCodes.Status403Forbidden, "The request does not say where it comes from, so it cannot grant anything. Nothing was changed.");
            return;
        }

        await request.Keep(decision.Change, decision.Answered, context.RequestAborted);
        string back = OwnAddress.Local(form[OwnAddress.ReturnField], context.Request.PathBase);
        if (context.Request.Headers.XRequestedWith == "XMLHttpRequest")
        {
            await Answer.Html(context, await markup.BannerAsync(context, request, back));
            return;
        }

        int fragment = back.IndexOf('#');
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = (fragment < 0 ? back : back[..fragment]) + OwnAddress.SavedFragment;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
