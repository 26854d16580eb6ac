using System.Reflection;

using LlmGuide.Core.Data.Storage;

using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(LlmGuide.Core.Tests.Databases.EachDatabaseFramework))]

namespace LlmGuide.Core.Tests.Databases;

/// <summary>
/// Finds each test of a class that is <see cref="OnEachDatabaseAttribute"/> once for every database. Where there is no server of that
/// kind, a test is listed as skipped with the reason. The name of the database is a trait, so that it can be filtered by.
/// </summary>
public sealed class EachDatabaseFramework : XunitTestFramework
{
    internal const string Trait = "Database";

    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new Discoverer(new XunitTestAssembly(assembly, configFilePath: null));

    private sealed class Discoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
    {
        protected override ValueTask<bool> FindTestsForType(
            IXunitTestClass testClass, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback) =>
            base.FindTestsForType(testClass, discoveryOptions, testClass.Class.IsDefined(typeof(OnEachDatabaseAttribute), inherit: false)
                ? test => FindOnEachAsync(test, discoveryCallback)
                : discoveryCallback);

        private static async ValueTask<bool> FindOnEachAsync(ITestCase test, Func<ITestCase, ValueTask<bool>> found) =>
            await found(On(DatabaseProvider.Sqlite, test)) && await found(On(DatabaseProvider.PostgreSQL, test));

        private static ITestCase On(DatabaseProvider provider, ITestCase test)
        {
            var traits = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase) { [Trait] = [provider.ToString()] };
            var whyNot = TestDatabases.IsThere(provider) ? null : TestServer.WhyNot;
            var (name, id) = ($"{test.TestCaseDisplayName} on {provider}", $"{test.UniqueID}-{provider}");
            return test switch
            {
                ExecutionErrorTestCase => test,
                XunitDelayEnumeratedTheoryTestCase theory => new XunitDelayEnumeratedTheoryTestCase(
                    theory.TestMethod, name, id, theory.Explicit, theory.SkipTestWithoutData, theory.SkipExceptions, whyNot ?? theory.SkipReason,
                    theory.SkipType, theory.SkipUnless, theory.SkipWhen, traits, theory.SourceFilePath, theory.SourceLineNumber, theory.Timeout),
                XunitTestCase fact => new XunitTestCase(
                    fact.TestMethod, name, id, fact.Explicit, fact.SkipExceptions, whyNot ?? fact.SkipReason,
                    fact.SkipType, fact.SkipUnless, fact.SkipWhen, traits, fact.TestMethodArguments,
                    fact.SourceFilePath, fact.SourceLineNumber, fact.Timeout),
                _ => throw new NotSupportedException($"{test.TestCaseDisplayName} cannot be run on each database."),
            };
        }
    }
}
