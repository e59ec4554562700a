using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CookieConsent.BrowserTests;

/// <summary>What axe finds, targets' sizes included; and of what it leaves to people, the contrast of our own parts, which is computed here.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    /// <summary>Axe cannot judge text above others' boxes or under a mask. Our parts stand on their own opaque ground, so the ratio is known (WCAG 2.2, 1.4.3).</summary>
    private const string TooFaint =
        """
        () => {
          const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
          const paint = colors => {
            brush.clearRect(0, 0, 1, 1);
            for (const color of colors) { brush.fillStyle = color; brush.fillRect(0, 0, 1, 1); }
            return [...brush.getImageData(0, 0, 1, 1).data];
          };
          const light = ([...rgb]) => {
            const [r, g, b] = rgb.slice(0, 3).map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          return [...document.querySelectorAll(':is(.vc-bar, .vc-status, .vc-offer, .vc-page, .vc-settings) *')]
            .filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
            .flatMap(element => {
              const grounds = [];
              for (let ground = element; ground && !grounds.some(color => paint([color])[3] === 255); ground = ground.parentElement) grounds.unshift(getComputedStyle(ground).backgroundColor);
              const style = getComputedStyle(element), back = paint(['#fff', ...grounds]), front = paint(['#fff', ...grounds, style.color]);
              const [high, low] = [light(front), light(back)].sort((one, other) => other - one), ratio = (high + .05) / (low + .05);
              return ratio >= 4.5 ? [] : [`contrast ${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`];
            });
        }
        """;

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Options);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}, {node.Html}")), .. await page.EvaluateAsync<string[]>(TooFaint)];
    }
}
