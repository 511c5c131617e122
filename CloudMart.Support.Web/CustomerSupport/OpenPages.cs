using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// Counts the pages that are connected, and parts what customers do in one from its connection: that request lasts as long as the page, so
/// every turn of a day would be of one trace.
/// </summary>
internal sealed class OpenPages(PageMeter meter) : CircuitHandler
{
    private bool _isConnected;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!_isConnected)
        {
            _isConnected = true;
            meter.Opened();
        }

        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_isConnected)
        {
            _isConnected = false;
            meter.Closed();
        }

        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            Activity.Current = null;
            return next(context);
        };
}
