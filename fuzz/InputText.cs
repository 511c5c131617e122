using System.Text;

namespace CloudMart.Support.Fuzz;

internal static class InputText
{
    /// <summary>
    /// The input as a string of .NET's, which can hold what no UTF-8 can: one noncharacter stands for half a pair of surrogates.
    /// </summary>
    public static string Of(byte[] input) => Encoding.UTF8.GetString(input).Replace('\uFFFF', '\uD800');
}
