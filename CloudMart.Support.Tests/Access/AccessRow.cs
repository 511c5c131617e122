namespace CloudMart.Support.Tests.Access;

/// <summary>What an endpoint answers to whom: a status, <c>signin</c> for the way to the sign-in page, or another place that it leads to.</summary>
/// <param name="Endpoint">Its methods and its pattern.</param>
/// <param name="Asked">An address of it.</param>
/// <param name="Nobody">Without any sign-in.</param>
/// <param name="Customer">Ana, whose conversation, card and order are asked for.</param>
/// <param name="OtherCustomer">Ben.</param>
/// <param name="Staff">Sam.</param>
/// <param name="Supervisor">Priya.</param>
internal sealed record AccessRow(
    string Endpoint, string Asked, string Nobody, string Customer, string OtherCustomer, string Staff, string Supervisor)
{
    /// <summary>Reads a table of lines <c>| endpoint | asked | nobody | customer | other customer | staff | supervisor |</c>.</summary>
    public static IReadOnlyList<AccessRow> Read(string table) =>
    [
        .. table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new AccessRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])),
    ];
}
