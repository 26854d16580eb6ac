namespace LlmGuide.Core.Search.Index;

/// <summary>
/// A table whose rows can be found, and what of them. The expressions are SQL that both databases read; <c>s</c> is the row.
/// </summary>
/// <param name="Type">What its rows are.</param>
/// <param name="Table">Its name.</param>
/// <param name="Title">An expression, as the others.</param>
/// <param name="Names">Joined by <see cref="SearchEntry.Separator"/>.</param>
public sealed record SearchSource(SearchType Type, string Table, string Title, string Names, string Authors, string Summary, string Body)
{
    /// <summary>So many ids have room in the keys: all.</summary>
    private const long Ids = 1L << 32;

    /// <summary>Resources stand behind all other kinds, of which there are few: so a look at the first keys sees some of each.</summary>
    private const int Last = 16;

    /// <summary>Which rows can be found.</summary>
    public string Where { get; private init; } = """s."RemovedAt" IS NULL""";

    private string Essential { get; init; } = "false";

    /// <summary>The columns with the ids of the rows that a change of one has a part in.</summary>
    public IReadOnlyList<string> Keys { get; private init; } = ["Id"];

    /// <param name="terms">The terms of the concepts of a topic, joined; each database reads JSON in its own way.</param>
    /// <param name="definitions">What is said of them.</param>
    public static IReadOnlyList<SearchSource> All(string terms, string definitions) =>
    [
        new(SearchType.Topic, "Topics", """s."Title" """, $"coalesce({terms}, '')", "''",
            """s."Summary" || ' ' || s."Objective" """, $"""s."Introduction_Markdown" || ' ' || coalesce({definitions}, '')"""),
        new(SearchType.Resource, "Resources", """s."Title" """, """coalesce(s."AlsoKnownAs", '')""", """s."AuthorNames" """,
            """s."Summary_Markdown" """,
            """
            lower(s."Kind") || ' ' || coalesce(s."Venue", '') || ' ' || coalesce(cast(s."Year" AS text), '') || ' '
                || coalesce(s."ArxivId", '') || ' ' || s."CitationKey"
            """)
        {
            Essential = """s."Essential" """,
        },
        new(SearchType.Task, "NlpTasks", """s."Name" """, "''", "''", """s."Objective" """,
            """s."Type" || ' ' || s."Lookout" || ' ' || s."ExampleInput" || ' ' || s."ExampleOutput" """),
        new(SearchType.Benchmark, "Benchmarks", """s."Name" """, "''", "''", """coalesce(s."Size", '')""",
            """coalesce(s."Split", '') || ' ' || coalesce(cast(s."Year" AS text), '')"""),
        new(SearchType.Metric, "Metrics", """s."Name" """, "''", "''", """s."Definition" """, """coalesce(s."Unit", '')"""),
        new(SearchType.Model, "Models", """s."Title" """,
            """
            s."Name" || coalesce((
                SELECT string_agg('; ' || n."Name", '' ORDER BY n."Id") FROM "Models" AS n WHERE n."ShownAsId" = s."Id"), '')
            """,
            """coalesce(s."Vendor", '')""", "''", """coalesce(s."Released", '')""")
        {
            Where = """s."ShownAsId" IS NULL""",
            Keys = ["Id", "ShownAsId"],
        },
    ];

    /// <summary>The key of an entry says what it is of: the kind, then the id.</summary>
    public static long KeyOf(SearchType type, int itemId) => (PlaceOf(type) * Ids) + itemId;

    public static SearchType TypeOf(long key) => key / Ids == Last ? SearchType.Resource : (SearchType)(key / Ids);

    /// <summary>The expression for the key of the entry of a row.</summary>
    public string Key(string id) => $"CAST({id} AS bigint) + {KeyOf(Type, 0)}";

    /// <param name="initials">An expression for the initials of what is given.</param>
    /// <param name="where">Which rows, besides; all where it is <c>null</c>.</param>
    public string Insert(Func<string, string> initials, string? where) => $"""
        INSERT INTO "SearchEntries"
            ("Id", "Type", "ItemId", "Slug", "Title", "Names", "Forms", "Authors", "Summary", "Body", "Essential")
        SELECT {Key("s.\"Id\"")}, '{Type}', s."Id", s."Slug", {Title}, {Names}, {Forms(initials)}, {Authors}, {Summary}, {Body},
            {Essential}
        FROM "{Table}" AS s WHERE {Where}{(where is null ? "" : $" AND {where}")}
        """;

    private static int PlaceOf(SearchType type) => type == SearchType.Resource ? Last : (int)type;

    private string Forms(Func<string, string> initials) =>
        $"""{initials(Title)} || ' ' || {NameForms.Joined("s.\"Slug\"")} || ' ' || {NameForms.Joined(Title)} || ' ' || {NameForms.Whole(
            $"{Title} || ' ' || {Names}")}""";
}
