using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class LookUpCostTests
{
    private static readonly string[] Names = ["_ga", "_ga_AB12CD", "_gcl_xyz", "basket", ".AspNetCore.Antiforgery.x1", "__stripe_mid", "uid", ""];

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        CookieCatalogue catalogue = CookieCatalogue.Default;
        int found = LookUp(catalogue);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            found += LookUp(catalogue);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.Should().Be(0);
        found.Should().Be(101 * 5, "five of the names are known, or nothing was measured");
    }

    private static int LookUp(CookieCatalogue catalogue)
    {
        int found = 0;
        foreach (string name in Names)
        {
            found += catalogue.Find(name) is null ? 0 : 1;
        }

        return found;
    }
}
