using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LlmGuide.Core.Data.Columns;

/// <summary>As <see cref="CleanColumns"/>, for a column of text that holds JSON: the characters may be spelled in it.</summary>
internal sealed class CleanDocuments() : ValueConverter<string, string>(json => JsonText.Clean(json), json => JsonText.Clean(json));
