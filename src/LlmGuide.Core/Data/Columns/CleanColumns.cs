using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LlmGuide.Core.Data.Columns;

/// <summary>
/// Every column of text, and every value that one is compared with, keeps to <see cref="CleanText"/>: what has passed by everything
/// before is cleaned on its way in, and what an older program has left on its way out. It is a convention of the model, so that no column
/// can be forgotten. PostgreSQL, which refuses a text with U+0000 or half of a pair, is never given one.
/// </summary>
internal sealed class CleanColumns() : ValueConverter<string, string>(text => CleanText.Of(text), text => CleanText.Marked(text))
{
    public static void Apply(ModelConfigurationBuilder model) => model.Properties<string>().HaveConversion<CleanColumns>();
}
