using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CloudMart.Support.Web.Layout;

public static class RenderModes
{
    /// <summary>Live over the circuit and never prerendered: a part is there once it works, and the store is read once.</summary>
    public static IComponentRenderMode Live { get; } = new InteractiveServerRenderMode(prerender: false);
}
