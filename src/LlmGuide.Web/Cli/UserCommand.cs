using System.CommandLine;

using LlmGuide.Core;
using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Members;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Settings.Health;

namespace LlmGuide.Web.Cli;

/// <summary><c>user add|promote|demote|disable</c>: accounts from the shell, for whoever runs the server.</summary>
internal static class UserCommand
{
    private static readonly string[] RoleNames = [.. Names.All<Role>().Where(name => name != Role.None.ToSlug())];

    public static Command Of(CliCommand verb, Option<string> format)
    {
        var name = new Argument<string>("name") { Description = "the member's name" };
        var mail = new Option<string?>("--email") { Description = "the member's address; it counts as confirmed" };
        var roles = new Option<string[]>("--role")
        {
            Description = string.Join(", ", RoleNames),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var role = new Argument<string>("role") { Description = string.Join(", ", RoleNames), Arity = ArgumentArity.ExactlyOne };
        var reason = new Option<string>("--reason") { Description = "the reason, for the change log", DefaultValueFactory = _ => "" };
        roles.AcceptOnlyFromAmong(RoleNames);
        role.AcceptOnlyFromAmong(RoleNames);

        var add = new Command("add", "Creates an account. The password is the first line of standard input.") { name, mail, roles, format };
        add.SetAction((parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(format), async services =>
        {
            var password = await PasswordAsync(cancellationToken);
            var made = await services.GetRequiredService<AddMember>().RunAsync(
                new NewMember(parsed.GetRequiredValue(name), parsed.GetValue(mail), password),
                All(parsed.GetRequiredValue(roles)), Actor.Operator, cancellationToken);
            return Result(made.Refusal, parsed.GetRequiredValue(name), "was added");
        }, cancellationToken));

        var promote = new Command("promote", "Gives a member a role.") { name, role, format };
        promote.SetAction((parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(format), async services =>
        {
            var given = All([parsed.GetRequiredValue(role)]);
            var changed = await services.GetRequiredService<ChangeRoles>()
                .RunAsync(parsed.GetRequiredValue(name), had => had | given, "", Actor.Operator, cancellationToken);
            return Result(changed.Refusal, parsed.GetRequiredValue(name), $"is {Words(changed.Value)}");
        }, cancellationToken));

        var demote = new Command("demote", "Removes a role from a member; all roles when none is given.")
        {
            name,
            new Argument<string?>("role") { Description = string.Join(", ", RoleNames), Arity = ArgumentArity.ZeroOrOne },
            format,
        };
        ((Argument<string?>)demote.Arguments[1]).AcceptOnlyFromAmong(RoleNames);
        demote.SetAction((parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(format), async services =>
        {
            var taken = parsed.GetValue((Argument<string?>)demote.Arguments[1]) is { } one
                ? All([one]) : Role.Curator | Role.Moderator | Role.Admin;
            var changed = await services.GetRequiredService<ChangeRoles>()
                .RunAsync(parsed.GetRequiredValue(name), had => had & ~taken, "", Actor.Operator, cancellationToken);
            return Result(changed.Refusal, parsed.GetRequiredValue(name), $"is {Words(changed.Value)}");
        }, cancellationToken));

        var disable = new Command("disable", "Disables an account; nobody can sign in to it.") { name, reason, format };
        disable.SetAction((parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(format), async services =>
        {
            var done = await services.GetRequiredService<DisableMember>().RunAsync(
                parsed.GetRequiredValue(name), disabled: true, parsed.GetRequiredValue(reason), Actor.Operator, cancellationToken);
            return Result(done.Refusal, parsed.GetRequiredValue(name), "is disabled");
        }, cancellationToken));

        var enable = new Command("enable", "Enables a disabled account.") { name, format };
        enable.SetAction((parsed, cancellationToken) => RunAsync(verb, parsed.GetValue(format), async services =>
        {
            var done = await services.GetRequiredService<DisableMember>()
                .RunAsync(parsed.GetRequiredValue(name), disabled: false, "", Actor.Operator, cancellationToken);
            return Result(done.Refusal, parsed.GetRequiredValue(name), "is enabled");
        }, cancellationToken));

        return new Command("user", "Accounts from the shell.") { add, promote, demote, disable, enable };
    }

    private static Task<int> RunAsync(
        CliCommand verb, string? format, Func<IServiceProvider, Task<Told>> act, CancellationToken cancellationToken) => verb.RunAsync(
            async services =>
            {
                var preparation = services.GetRequiredService<DatabasePreparation>();
                await preparation.PrepareAsync(cancellationToken);
                return await act(services);
            },
            told => $"{told.Name} {told.What}.",
            told => new { name = told.Name, done = told.What },
            format == "json");

    private static Told Result(Refusal? refusal, string name, string what) =>
        refusal is null ? new Told(name, what) : throw new StartUpException(refusal.Why);

    private static async Task<string> PasswordAsync(CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
        {
            await Console.Error.WriteAsync("Password: ");
        }

        return await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } password
            ? password
            : throw new StartUpException("The password is missing: it is read from the first line of standard input.");
    }

    private static Role All(IEnumerable<string> names) => names.Aggregate(Role.None, (all, name) => all | Names.Parse<Role>(name)!.Value);

    private static string Words(Role roles) => roles == Role.None ? "a member without a role" : roles.ToString().ToLowerInvariant();

    private sealed record Told(string Name, string What);
}
