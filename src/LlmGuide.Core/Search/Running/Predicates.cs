using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore.Query;

namespace LlmGuide.Core.Search.Running;

/// <summary>Conditions of a query, put together.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    public static Expression<Func<T, bool>> All<T>(this IEnumerable<Expression<Func<T, bool>>> conditions) =>
        conditions.Aggregate((first, second) => Joined(first, second, Expression.AndAlso));

    public static Expression<Func<T, bool>> Any<T>(this IEnumerable<Expression<Func<T, bool>>> conditions) =>
        conditions.Aggregate((first, second) => Joined(first, second, Expression.OrElse));

    private static Expression<Func<T, bool>> Joined<T>(
        Expression<Func<T, bool>> first, Expression<Func<T, bool>> second, Func<Expression, Expression, Expression> join) =>
        Expression.Lambda<Func<T, bool>>(
            join(first.Body, ReplacingExpressionVisitor.Replace(second.Parameters[0], first.Parameters[0], second.Body)), first.Parameters);
}
