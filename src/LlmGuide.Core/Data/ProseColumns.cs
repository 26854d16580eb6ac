using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Data;

internal static class ProseColumns
{
    /// <summary>Keeps a text as three columns of its owner: <c>X_Markdown</c>, <c>X_Html</c> and <c>X_Version</c>.</summary>
    public static void HasProse<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Prose>> text)
        where T : class =>
        entity.ComplexProperty(text!).IsRequired();
}
