using System.Text;
using CloudMart.Support.Core.Assistant.Embedded.Language;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class IntentAccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public void Dump()
    {
        var lines = SharedIntents.All();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var readings = IntentReader.Read(line.Text);
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{line.Intent}\t{string.Join('+', readings.Select(r => r.Intent))}\t{line.Text}\t{readings[0].Concepts}\t{string.Join(' ', readings[0].Orders)}");
        }

        File.WriteAllText("/tmp/embedded-dump.tsv", text.ToString());
        output.WriteLine("written");
    }
}
