using System.Linq.Expressions;

using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Running;

/// <summary>A table that is searched: what the parts of a query mean for its rows.</summary>
internal interface ISearched<T>
{
    /// <summary>Whether the last word may be the beginning of one only, without a star.</summary>
    bool TakesBeginnings { get; }

    Expression<Func<T, bool>> Matching(TextPattern pattern);

    /// <summary>Those with a text to the letter, in whatever case.</summary>
    /// <param name="sign">In lower case.</param>
    Expression<Func<T, bool>> Saying(string sign);

    Expression<Func<T, bool>> Filtered(SearchFilter filter);

    /// <summary>The work with a slug.</summary>
    Expression<Func<T, bool>> Work(string slug);
}
