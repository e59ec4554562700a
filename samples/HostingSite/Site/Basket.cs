namespace HostingSite.Site;

/// <summary>The plans a visitor has put aside, kept in the ASP.NET Core session.</summary>
public static class Basket
{
    private const string Key = "basket";

    public static IReadOnlyList<Plan> Read(ISession session) =>
        [.. (session.GetString(Key) ?? "").Split(',').Select(Plans.Find).OfType<Plan>()];

    public static void Add(ISession session, Plan plan) =>
        session.SetString(Key, string.Join(',', Read(session).Append(plan).Select(each => each.Id)));

    public static void Empty(ISession session) => session.Remove(Key);
}
