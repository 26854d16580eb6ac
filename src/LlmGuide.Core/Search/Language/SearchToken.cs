namespace LlmGuide.Core.Search.Language;

/// <summary>What a query is made of.</summary>
internal enum SearchToken
{
    Open,
    Close,
    Minus,
    Quoted,
    Field,
    And,
    Or,
    Not,
    Word,
}
