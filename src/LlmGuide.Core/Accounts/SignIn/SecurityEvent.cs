namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>What whoever looks after the guide's security wants to find in its log.</summary>
public enum SecurityEvent
{
    SignedIn,
    AccountMade,
    AccountDeleted,
    AccountDisabled,
    AccountEnabled,
    RolesChanged,
    FirstAdministrator,
    PasswordChanged,
    PasswordReset,
    ConfirmationAsked,
    AddressConfirmed,
    AddressChangeAsked,
    AddressChanged,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesMade,
    PasskeyAdded,
    PasskeyRemoved,
    ExternalConnected,
    ExternalDisconnected,
    TokenMade,
    TokenRemoved,

    // From here on somebody was refused.
    SignInFailed,
    SignInNotAllowed,
    AccountLocked,
    CodeFailed,
    PasswordRefused,
    TokenRefused,
    MailWithheld,
    PermissionRefused,
    LimitRefused,
}
