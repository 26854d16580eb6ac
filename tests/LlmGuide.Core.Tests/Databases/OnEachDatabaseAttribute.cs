namespace LlmGuide.Core.Tests.Databases;

/// <summary>
/// Every test of the class runs once on each database: <see cref="TestDatabases.Create()"/>, <see cref="BareDatabase"/> and
/// <see cref="SeededDatabase"/> give it the right one. See <see cref="EachDatabaseFramework"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnEachDatabaseAttribute : Attribute;
