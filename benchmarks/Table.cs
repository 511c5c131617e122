using System.Globalization;

namespace CloudMart.Support.Benchmarks;

/// <summary>Rows under headings on the console: the first column is text, all others are figures.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public void Add(params object[] cells) =>
        _rows.Add([.. cells.Select(cell => cell is double figure ? figure.ToString("0.0", CultureInfo.InvariantCulture) : $"{cell}")]);

    public void Print()
    {
        var widths = headings.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        Console.WriteLine();
    }
}
