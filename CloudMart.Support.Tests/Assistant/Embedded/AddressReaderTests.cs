using CloudMart.Support.Core.Assistant.Embedded.Addresses;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class AddressReaderTests
{
    [Theory]
    [InlineData("change the address of CM-7890 to 5 Oak Road, Salem, OR 97301", "5 Oak Road||Salem|OR|97301|")]
    [InlineData("ship it to 12 Main St., Apt 4, Boston, Massachusetts 02110, USA please", "12 Main St.|Apt 4|Boston|MA|02110|USA")]
    [InlineData("7 Pine Ave Austin tx 78701", "7 Pine Ave||Austin|TX|78701|")]
    [InlineData("I live at 101 Highway, New York, 10001.", "101 Highway||New York||10001|")]
    [InlineData("221b Baker Street", "221b Baker Street|||||")]
    [InlineData("PO Box 12, Juneau, AK 99801-1234", "PO Box 12||Juneau|AK|99801-1234|")]
    [InlineData("to 1 Riverwalk, San Antonio, TX 78205", "1 Riverwalk||San Antonio|TX|78205|")]
    [InlineData("send order 7890 to my office", "|||||")]
    [InlineData("I ordered 2 weeks ago and want it in size 9", "|||||")]
    public void The_parts_of_an_address_are_found(string text, string parts)
    {
        var read = AddressReader.Read(text);

        Assert.Equal(parts, string.Join('|', read.Street, read.Line2, read.City, read.State, read.Zip, read.Country));
    }

    [Theory]
    [InlineData(0, "5 Oak Road", "5 Oak Road")]
    [InlineData(0, "where I live", null)]
    [InlineData(1, "it's in Salem", "Salem")]
    [InlineData(1, "St. Louis", "St. Louis")]
    [InlineData(2, "Oregon", "OR")]
    [InlineData(2, "or", "OR")]
    [InlineData(2, "no idea", null)]
    [InlineData(3, "97301", "97301")]
    [InlineData(3, "the zip is 97301-1234", "97301-1234")]
    [InlineData(3, "don't know", null)]
    public void A_part_that_was_asked_for_is_read_from_the_answer(int asked, string answer, string? part)
    {
        var read = AddressReader.ReadAnswer((AddressPart)asked, answer);

        Assert.Equal(part, asked switch { 0 => read.Street, 1 => read.City, 2 => read.State, _ => read.Zip });
    }

    [Fact]
    public void An_address_is_only_whole_with_all_its_parts()
    {
        Assert.Null(AddressReader.Read("5 Oak Road, Salem, OR 97301").FirstMissing);
        Assert.Equal(AddressPart.State, AddressReader.Read("101 Highway, New York, 10001").FirstMissing);
    }
}
