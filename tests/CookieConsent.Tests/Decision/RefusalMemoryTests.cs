using CookieConsent.Consent;
using CookieConsent.Tests.Consent;
using Microsoft.Extensions.Time.Testing;

namespace CookieConsent.Tests.Decision;

/// <summary>A refusal that was read before is not read again; what that may not change.</summary>
public sealed class RefusalMemoryTests
{
    private readonly FakeTimeProvider _time = new(Answers.Now);
    private readonly Answers.Scope _scope;

    public RefusalMemoryTests() => _scope = new Answers.Scope(Answers.Four, _time);

    [Fact]
    public void A_remembered_refusal_ends_like_any_other()
    {
        string value = Answers.Four.Write("-analytics -social");
        Told(value).Should().Be("-analytics -social");

        _time.SetUtcNow(new DateTimeOffset(2026, 9, 10, 23, 59, 59, TimeSpan.Zero));
        Told(value).Should().Be("-analytics -social");
        _time.SetUtcNow(new DateTimeOffset(2026, 9, 11, 0, 0, 0, TimeSpan.Zero));
        Told(value).Should().BeEmpty();
    }

    [Fact]
    public void Nobody_gets_the_answer_of_another()
    {
        string all = Answers.Four.Write("-analytics -social");
        string one = Answers.Four.Write("-analytics");
        string grant = Answers.Four.Write("+analytics -social");

        for (int round = 0; round < 3; round++)
        {
            Told(all).Should().Be("-analytics -social");
            Told(one).Should().Be("-analytics");
            Told(grant).Should().Be("+analytics -social");
            Told(all[..^1]).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_grants_receipt_is_its_own()
    {
        (string one, string two) = (Answers.Four.Write("+analytics"), Answers.Four.Write("+analytics"));

        Read(one).Receipt.Should().NotBe(Read(two).Receipt);
        Read(one).Receipt.Should().Be(Read(one).Receipt);
    }

    [Fact]
    public void A_refusal_that_is_read_again_costs_nothing()
    {
        string value = Answers.Four.Write("-analytics -social");
        Read(value).Should().NotBeNull();

        long before = GC.GetAllocatedBytesForCurrentThread();
        ConsentDecision decision = Read(value);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        decision.IsEmpty.Should().BeFalse();
        allocated.Should().Be(0);
    }

    private string Told(string value) => Answers.Four.Told(Read(value));

    private ConsentDecision Read(string value) => _scope.Refusals.Read(value, _scope);
}
