using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Customers;

/// <summary>How a customer has shown who they are. Whoever helps them judges by it what to ask before something is changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInWay>))]
public enum SignInWay
{
    /// <summary>With a demo account: by a click, without a secret.</summary>
    Demo = 1,

    /// <summary>In the browser, by the OpenID provider.</summary>
    Provider = 2,

    /// <summary>By a bearer token: a program acts for them.</summary>
    Token = 3,
}
