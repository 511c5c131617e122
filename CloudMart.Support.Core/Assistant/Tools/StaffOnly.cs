using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>What an assistant tells staff and not the customer.</summary>
public static class StaffOnly
{
    /// <summary>The call's arguments are words for staff.</summary>
    public static bool Is(ToolCall call) => call.Name == HandOffToStaffTool.Name;
}
