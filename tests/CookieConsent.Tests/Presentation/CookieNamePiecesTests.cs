using CookieConsent.Presentation;

namespace CookieConsent.Tests.Presentation;

public sealed class CookieNamePiecesTests
{
    [Theory]
    [InlineData("_ga", "_ga")]
    [InlineData("VISITOR_INFO1_LI", "VISITOR_INFO1_LI")]
    [InlineData(".AspNetCore.Antiforgery._CaBHfahWy4", ".AspNetCore.|Antiforgery.|_CaBHfahWy4")]
    [InlineData("VISITOR_PRIVACY_METADATA", "VISITOR_|PRIVACY_|METADATA")]
    [InlineData("__Secure-ROLLOUT_TOKEN_of_somebody", "__Secure-|ROLLOUT_|TOKEN_|of_|somebody")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx|yzabcdefghijklmnopqrstuv|wxyz")]
    public void A_long_name_breaks_behind_its_separators_and_a_short_one_never(string name, string pieces) =>
        CookieNamePieces.Of(name).Should().Equal(pieces.Split('|'));
}
