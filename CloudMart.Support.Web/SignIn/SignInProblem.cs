namespace CloudMart.Support.Web.SignIn;

/// <summary>Why somebody is back at the sign-in page.</summary>
public enum SignInProblem
{
    /// <summary>Their account is none of staff's.</summary>
    NotStaff,

    /// <summary>Their account is none of a customer's.</summary>
    NotCustomer,

    /// <summary>What the provider sent did not fit.</summary>
    Failed,

    /// <summary>The provider is out of reach.</summary>
    Away,
}
