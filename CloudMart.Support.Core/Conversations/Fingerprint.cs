using System.Security.Cryptography;
using System.Text;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Stands for a text in the conversation's state, which has to stay small: of a few texts, two of the same are the same text.</summary>
internal static class Fingerprint
{
    private const int Bytes = 6; // eight characters; two of a handful meet once in 10^13

    public static string Of(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
