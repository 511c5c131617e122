using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.StaffConsole.Context;

internal static class SignInWords
{
    public static string InWords(this SignInWay way) => way switch
    {
        SignInWay.Demo => "with a demo account, which needs no password",
        SignInWay.Provider => "in the browser, by the sign-in provider",
        SignInWay.Token => "by a token: a program writes for them",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };
}
