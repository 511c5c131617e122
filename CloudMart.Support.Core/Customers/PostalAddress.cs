namespace CloudMart.Support.Core.Customers;

/// <summary>A postal address.</summary>
public sealed record PostalAddress(string Line1, string Line2, string City, string State, string Zip, string Country)
{
    /// <summary>In one line, without the parts that are missing.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Line1, Line2, City, $"{State} {Zip}".Trim(), Country }.Where(part => part.Length > 0));
}
