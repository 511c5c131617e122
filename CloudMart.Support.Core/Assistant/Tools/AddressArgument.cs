using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>An address as a model writes it.</summary>
internal sealed record AddressArgument(
    [property: Description("Street and number")]
    [property: Required, OneLine(100)]
    string Line1,
    [property: Description("Apartment, suite or floor; null if there is none")]
    [property: OneLine(100)]
    string? Line2,
    [property: Required, OneLine(60)]
    string City,
    [property: Description("State or province, e.g. OR")]
    [property: Required, OneLine(40)]
    string State,
    [property: Required, OneLine(16)]
    string Zip,
    [property: Description("E.g. USA")]
    [property: Required, OneLine(60)]
    string Country)
{
    public PostalAddress ToAddress() => new(Line1.Trim(), Line2?.Trim() ?? "", City.Trim(), State.Trim(), Zip.Trim(), Country.Trim());
}
