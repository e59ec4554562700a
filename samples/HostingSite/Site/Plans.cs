namespace HostingSite.Site;

public sealed record Plan(string Id, string Name, decimal PoundsAMonth, string Fits);

/// <summary>What the site sells.</summary>
public static class Plans
{
    public static readonly IReadOnlyList<Plan> All =
    [
        new("seed", "Seed", 5m, "One small site and a database to try things out."),
        new("garden", "Garden", 12m, "Three sites, scheduled tasks and a nightly backup."),
        new("orchard", "Orchard", 39m, "Ten sites for a small company, with somebody to call."),
    ];

    public static Plan? Find(string? id) => All.FirstOrDefault(plan => plan.Id == id);
}
