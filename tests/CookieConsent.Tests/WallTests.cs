using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CookieConsent.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CookieConsent.Tests;

/// <summary>The law of the house: the rooms stand in the order in which the data walks, and you may only look up.</summary>
public sealed partial class WallTests
{
    private const string Source = "src/CookieConsent";

    /// <summary>From the top of the corridor to its end.</summary>
    private static readonly string[] Rooms = ["Catalogue", "Configuration", "Consent", "Decision", "Enforcement", "Localization", "Presentation", "Records", "Routes"];

    private static readonly string[] RoomsWithoutHttp = ["Catalogue", "Configuration", "Consent", "Localization"];

    private static readonly string[] DoorNamespaces = ["Microsoft.Extensions.DependencyInjection", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http"];

    private static readonly SourceFile[] Files = [.. Repository.Files(Source).Where(static file => Path.GetExtension(file) is ".cs" or ".razor").Select(static file => new SourceFile(file))];

    private static readonly SourceFile[] Doors = [.. Files.Where(static file => file.Room is null)];

    /// <summary>What people wrote; compilers add types of their own.</summary>
    private static readonly Type[] Types = [.. typeof(CookieConsentOptions).Assembly.GetTypes().Where(static type =>
        type.Namespace is { } name && (name == "CookieConsent" || name.StartsWith("CookieConsent.", StringComparison.Ordinal) || DoorNamespaces.Contains(name))
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) is not true)];

    [Fact]
    public void The_rooms_are_those_of_the_design_in_alphabetical_order()
    {
        Rooms.Should().BeInAscendingOrder(StringComparer.Ordinal);
        string[] folders = [.. Repository.Folders(Source).Select(Path.GetFileName)!];
        folders.Except(Rooms).Should().BeEquivalentTo(["buildTransitive"], "every other folder of the project is a room");
        folders.Intersect(Rooms).Should().HaveCountGreaterThan(7, "the test must have found the rooms");
    }

    [Fact]
    public void A_file_uses_its_own_room_and_the_rooms_above_it_and_never_one_below() => Break(
        from file in Files
        where file.Room is not null
        from room in file.NamedRooms
        where string.CompareOrdinal(room, file.Room) > 0
        select $"{file} stands in {file.Room} and names {room}, which is below it",
        "you may only look up: move what is shared to the higher room, or let a door hand it down as a plain value");

    [Fact]
    public void No_room_uses_a_door()
    {
        string[] doorNames = [.. Doors.SelectMany(static door => door.DeclaredNames).Distinct()];
        doorNames.Should().Contain(["AddCookieConsent", "UseCookieConsent", "CookieConsentMiddleware"], "the test must have found the doors");
        Break(
            from file in Files
            where file.Room is not null
            from name in file.Names.Intersect(doorNames)
            select $"{file} names {name}, which a door declares",
            "doors may use every room, and no room uses a door");
    }

    [Fact]
    public void No_using_comes_from_outside_the_file_that_needs_it() => Break(
        [
            .. Files.Where(static file => file.Text.Contains("global using", StringComparison.Ordinal)).Select(static file => $"{file} has a global using"),
            .. Repository.Read($"{Source}/CookieConsent.csproj").Contains("<Using Include=\"CookieConsent", StringComparison.Ordinal) ? ["the project adds a using of a room to every file"] : Array.Empty<string>(),
        ],
        "what a file uses is read at its head");

    [Fact]
    public void The_csharp_files_at_the_root_are_doors_and_are_named_so() => Break(
        from file in Doors
        where !Path.GetFileName(file.Path).StartsWith("CookieConsent", StringComparison.Ordinal)
        select $"{file} stands at the project's root",
        "a file that is no door has a room");

    [Fact]
    public void A_namespace_is_a_folder_and_only_extension_classes_stand_elsewhere() => Break(
        from file in Files
        from declared in file.Namespaces
        let expected = file.Room is null ? "CookieConsent" : Path.GetDirectoryName(file.Path)!["src/".Length..].Replace('/', '.')
        where declared != expected && !(file.DeclaresOnlyExtensions && file.Room is null && DoorNamespaces.Contains(declared))
        select $"{file} declares {declared} instead of {expected}",
        "namespace = folder, except the doors' extension classes, which need no using where they are called");

    [Fact]
    public void The_rooms_of_facts_and_words_do_not_know_the_web() => Break(
        from file in Files
        where RoomsWithoutHttp.Contains(file.Room)
        where file.Code.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)
        select $"{file} names Microsoft.AspNetCore",
        $"{string.Join(", ", RoomsWithoutHttp)} hold values and no HTTP");

    [Fact]
    public void Only_the_configuration_the_consent_and_the_doors_name_our_options() => Break(
        from file in Files
        where file.Room is not (null or "Configuration" or "Consent")
        from name in file.Names
        where OurOptions().IsMatch(name)
        select $"{file} names {name}",
        "options are for people, policy is for code");

    [Fact]
    public void Only_enforcement_touches_the_set_cookie_header() => Break(
        from file in Files
        where file.Room != "Enforcement"
        where file.Names.Contains("SetCookie") || file.Literals.Any(static text => text.Contains("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        select $"{file} names the Set-Cookie header",
        "one room decides about cookies");

    [Fact]
    public void Only_presentation_makes_html() => Break(
        [
            .. from file in Files
               where file.Room != "Presentation"
               where file.Path.EndsWith(".razor", StringComparison.Ordinal) || file.Literals.Any(Tag().IsMatch)
               select $"{file} makes HTML",
            .. from file in Repository.Files($"{Source}/Localization")
               where file.EndsWith(".json", StringComparison.Ordinal) && Tag().IsMatch(Repository.Read(file))
               select $"{file} has HTML in a text",
        ],
        "markup is written once");

    [Fact]
    public void Time_comes_from_the_time_provider() => Break(
        from file in Files
        where Clock().IsMatch(file.Code)
        select $"{file} reads the clock",
        "tests move the time");

    [Fact]
    public void No_type_bears_the_name_of_a_room() => Break(
        from type in Types
        where Rooms.Contains(type.Name)
        select $"{type} is called like a room",
        "the compiler takes one for the other (CS0118)");

    [Fact]
    public void No_folder_and_no_type_is_a_drawer_for_whatever() => Break(
        [
            .. from file in Repository.Files()
               from folder in file.Split('/')[..^1]
               where Drawer().IsMatch(folder)
               select $"{file} lies in {folder}",
            .. from type in Types
               where DrawerType().IsMatch(type.Name) && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)
               select $"{type} is a drawer",
        ],
        "a thing's place says what it is about");

    [Fact]
    public void A_class_is_sealed_unless_another_one_here_extends_it() => Break(
        from type in Types
        where type is { IsClass: true, IsSealed: false, IsAbstract: false }
        where !Files.Any(file => file.Path.EndsWith($"/{type.Name}.razor", StringComparison.Ordinal))
        where !Types.Any(other => other.BaseType == type)
        select $"{type} is open",
        "sealed by default; only the Razor compiler's classes cannot be");

    [Fact]
    public void At_most_two_interfaces_are_ours() =>
        Types.Where(static type => type.IsInterface).Should().HaveCountLessThanOrEqualTo(2, "the request feature and the record store are ours to invent, and no other");

    [Fact]
    public void The_top_level_holds_only_what_the_design_allows()
    {
        string[] allowed = ["CookieConsent.sln", "src", "tests", "samples", "README.md", "LICENSE", "nuget.config"];
        Break(
            from path in Repository.Folders(".").Concat(Directory.EnumerateFiles(Repository.Root))
            let name = Path.GetFileName(path)
            where !allowed.Contains(name) && !name.StartsWith('.') && !(name.StartsWith("Directory.", StringComparison.Ordinal) && name.EndsWith(".props", StringComparison.Ordinal))
            select $"{name} stands at the top level",
            $"there are {string.Join(", ", allowed)}, dotfiles and Directory.*.props");
    }

    [Fact]
    public void No_file_names_a_registry_or_a_path_of_one_machine() => Break(
        from file in OurText()
        let match = Place().Match(Repository.Read(file))
        where match.Success
        select $"{file} names {match.Value}",
        "sources come from the machine, and machines differ");

    [Fact]
    public void Text_is_utf8_without_marks_and_ends_its_lines_as_unix_does() => Break(
        from file in OurText()
        where !file.EndsWith(".sln", StringComparison.Ordinal)
        let bytes = File.ReadAllBytes(Path.Combine(Repository.Root, file))
        let fault = bytes.AsSpan().IndexOf("\uFEFF"u8) >= 0 ? "has a byte order mark"
            : bytes.Contains((byte)'\r') ? "has a carriage return"
            : bytes.Length > 0 && bytes[^1] != '\n' ? "does not end with a line's end"
            : Encoding.UTF8.GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal) ? "is not UTF-8"
            : null
        where fault is not null
        select $"{file} {fault}",
        ".editorconfig says so");

    [GeneratedRegex("^CookieConsent[A-Za-z]*Options$")]
    private static partial Regex OurOptions();

    [GeneratedRegex("(?<![(]\\?)</?[A-Za-z][A-Za-z0-9-]*[\\s/>]|<!--|<!DOCTYPE|&[a-z]+;")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex("^(Helpers?|Util(itie)?s?|Internals?|Abstractions?|Managers?|Common|Misc)$", RegexOptions.IgnoreCase)]
    private static partial Regex Drawer();

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Manager|Misc)$")]
    private static partial Regex DrawerType();

    // Registries by their kind of address, homes and scratch folders of people and machines.
    [GeneratedRegex("""(?i:https?)://[^\s"'<>]*(?i:nuget|npmjs|registry|debian|pypi)[^\s"'<>]*|(?<![\w.~$}-])/(root|home|tmp|work|var|opt|mnt|Users)/[\w.-]+|\b[A-Z]:\\[\w.]+""")]
    private static partial Regex Place();

    private static IEnumerable<string> OurText() =>
        Repository.Files().Where(static file => Path.GetExtension(file) is not (".png" or ".jpg" or ".ico" or ".pfx" or ".woff2") && !file.EndsWith(nameof(WallTests) + ".cs", StringComparison.Ordinal));

    /// <summary>Fails with every offence in its own line, and with the rule.</summary>
    private static void Break(IEnumerable<string> offences, string rule)
    {
        string[] all = [.. offences.Distinct()];
        Files.Should().HaveCountGreaterThan(50, "the test must have found the source");
        Types.Should().HaveCountGreaterThan(50, "the test must have found the types");
        Assert.True(all.Length == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }

    /// <summary>One file as its compiler sees it: comments are not code, and text is not either.</summary>
    private sealed partial class SourceFile
    {
        private readonly SyntaxNode? _tree;

        public SourceFile(string path)
        {
            Path = path;
            Text = Repository.Read(path);
            string[] parts = path[(Source.Length + 1)..].Split('/');
            Room = parts.Length > 1 ? parts[0] : null;
            if (path.EndsWith(".cs", StringComparison.Ordinal))
            {
                _tree = CSharpSyntaxTree.ParseText(Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot();
                Code = string.Concat(_tree.DescendantTokens().Select(static token =>
                    (token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPunctuation(token.Kind()) ? token.ValueText : " ") + (token.HasTrailingTrivia ? " " : "")));
                Names = [.. _tree.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)];
                Literals = [.. _tree.DescendantTokens().Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken).Select(static token => token.ValueText)];
            }
            else
            {
                Code = RazorComment().Replace(Text, "");
                Names = [.. Word().Matches(Code).Select(static match => match.Value)];
                Literals = [Code];
            }
        }

        public string Path { get; }

        public string Text { get; }

        /// <summary>The folder right below the project, or null for a door.</summary>
        public string? Room { get; }

        /// <summary>The text without comments; in C# without literals too.</summary>
        public string Code { get; }

        /// <summary>Every name that stands in the code.</summary>
        public HashSet<string> Names { get; }

        /// <summary>What stands between quotation marks.</summary>
        public IReadOnlyList<string> Literals { get; }

        /// <summary>Rooms that are named as namespaces: in usings, in full names, and in names that start with the room.</summary>
        public IEnumerable<string> NamedRooms => RoomName().Matches(Code).Select(static match => match.Groups["room"].Value).Distinct();

        public IEnumerable<string> Namespaces => _tree?.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(static declared => declared.Name.ToString())
            ?? NamespaceDirective().Matches(Code).Select(static match => match.Groups[1].Value);

        /// <summary>The types that the file declares, and what their extension methods are called.</summary>
        public IEnumerable<string> DeclaredNames => _tree is null ? [] :
        [
            .. _tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText),
            .. _tree.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.ParameterList.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)))
                .Where(static method => method.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(static method => method.Identifier.ValueText),
        ];

        public bool DeclaresOnlyExtensions => _tree is not null && _tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .All(static type => type.Modifiers.Any(SyntaxKind.StaticKeyword) && type.Identifier.ValueText.EndsWith("Extensions", StringComparison.Ordinal));

        public override string ToString() => Path;

        [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
        private static partial Regex RazorComment();

        [GeneratedRegex(@"\w+")]
        private static partial Regex Word();

        [GeneratedRegex(@"@namespace\s+([\w.]+)")]
        private static partial Regex NamespaceDirective();

        // A name that begins with a room and goes on, but is no member of something; or the room behind the library's name.
        [GeneratedRegex(@"((?<![\w.])|\bCookieConsent\.)(?<room>Catalogue|Configuration|Consent|Decision|Enforcement|Localization|Presentation|Records|Routes)(?=\.[A-Z])|\bCookieConsent\.(?<room>Catalogue|Configuration|Consent|Decision|Enforcement|Localization|Presentation|Records|Routes)\b")]
        private static partial Regex RoomName();
    }
}
