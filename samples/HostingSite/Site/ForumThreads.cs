namespace HostingSite.Site;

public sealed record ForumThread(string Title, string Author, int Replies, string Opening);

/// <summary>What people talk about in the forum.</summary>
public static class ForumThreads
{
    public static readonly IReadOnlyList<ForumThread> All =
    [
        new("How do I move a domain without a gap?", "Ines", 12, "Lower the time to live a day before, keep both servers up for a week, and only then switch the old one off."),
        new("Scheduled tasks in summer time", "Tomasz", 7, "Mine ran twice on Sunday night. Is there a setting for the time zone, or should I count in UTC?"),
        new("Show us your start page", "Maud", 41, "New site, old logo. Tell me what you would change first, and please be honest about the colours."),
        new("Restoring a single table", "Kwame", 5, "The backup holds everything, but I only dropped one table. Can I pick it out of the archive?"),
        new("Certificates for three hundred subdomains", "Yuki", 18, "One wildcard or many? I have read arguments for both and believe them all."),
        new("Which plan for a school project?", "Aoife", 9, "Thirty pupils, one afternoon a week, and nobody who may use a credit card."),
        new("Logs are too chatty", "Piotr", 3, "How do you keep the lines that matter and throw away the rest without losing the one you need?"),
        new("Moving from a virtual machine", "Leila", 22, "I wrote down every step and what went wrong at each of them, so that you need not find out."),
        new("Is the tour video subtitled?", "Bram", 2, "I would like to show it in class, and the sound in our room is terrible."),
        new("A small thank you", "Sofia", 15, "Somebody picked up the phone at ten past nine in the evening and stayed until it worked."),
    ];
}
