using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Core.Maintenance.Backups;

/// <summary>What a backup says of itself (<c>backup.json</c> in it).</summary>
/// <param name="Format">Of the backup, not of the database.</param>
/// <param name="Provider">The kind of database that it was taken from, and can be restored to.</param>
/// <param name="Schema">The last migration of the database.</param>
/// <param name="Program">The version of the program that took it.</param>
/// <param name="Bytes">The length of the database in it.</param>
/// <param name="Sha256">Of the same, in hexadecimal digits.</param>
/// <param name="Contains">What somebody who finds the file should know.</param>
public sealed record BackupManifest(
    int Format, DatabaseProvider Provider, string Schema, string Program, DateTimeOffset MadeAt, long Bytes, string Sha256, string Contains)
{
    public const int CurrentFormat = 1;

    /// <summary>What is in every backup besides the catalogue.</summary>
    public const string Secrets =
        "Secrets: members' email addresses, password hashes, passkeys, the keys of sessions, and emails that are still to be sent.";
}
