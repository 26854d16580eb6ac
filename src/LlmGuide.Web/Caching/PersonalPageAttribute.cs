namespace LlmGuide.Web.Caching;

/// <summary>Marks a page that is for one visitor: it is never kept, by us, a proxy or a shared computer's disk.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PersonalPageAttribute : Attribute;
