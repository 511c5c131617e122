using System.Text;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>What the readers are meant to read.</summary>
internal static class Samples
{
    public static readonly string[] ChatStreams =
    [
        """
        data: {"id":"c","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]}

        data: {"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}

        data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}}

        data: [DONE]


        """,
        """
        data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"call_1","function":{"name":"get_order","arguments":"{\"orderId\":"}}]}}]}

        data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"CM-1\"}"}},{"index":1,"id":"","function":{"name":"list_orders","arguments":{}}}]},"finish_reason":"tool_calls"}]}

        data: [DONE]


        """,
        "data: {\"error\":{\"message\":\"overloaded\",\"code\":\"content_filter\"}}\n\n",
        "data: {\"choices\":[{\"delta\":{\"refusal\":\"no\"},\"finish_reason\":\"length\"}]}\r\n\r\n",
    ];

    public static readonly string[] ChatBodies =
    [
        """{"choices":[{"message":{"role":"assistant","content":"Hello","tool_calls":[{"id":"a","function":{"name":"get_order","arguments":"{}"}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}""",
        """{"error":{"message":"The response was filtered","code":"content_filter","innererror":{}}}""",
    ];

    public static readonly string[] AssistantsStreams =
    [
        """
        event: thread.run.created
        data: {"id":"run_1","object":"thread.run","status":"queued","created_at":1,"expires_at":601,"metadata":{"step":"r-1/0"}}

        event: thread.message.created
        data: {"id":"msg_1","object":"thread.message","status":"in_progress"}

        event: thread.message.delta
        data: {"id":"msg_1","object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text","text":{"value":"Hello"}}]}}

        event: thread.message.completed
        data: {"id":"msg_1","object":"thread.message","status":"completed","run_id":"run_1","role":"assistant","content":[{"type":"text","text":{"value":"Hello."}}]}

        event: thread.run.completed
        data: {"id":"run_1","object":"thread.run","status":"completed","usage":{"prompt_tokens":9,"completion_tokens":2}}

        event: done
        data: [DONE]


        """,
        """
        event: thread.run.requires_action
        data: {"id":"run_1","object":"thread.run","status":"requires_action","required_action":{"type":"submit_tool_outputs","submit_tool_outputs":{"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_order","arguments":"{}"}}]}}}

        event: error
        data: {"error":{"code":"server_error","message":"Try again in 4 seconds"}}


        """,
        """
        event: thread.run.requires_action
        data: {"id":"run_1","object":"thread.run","status":"requires_action","created_at":1,"expires_at":601,"metadata":{"run":"r-1","step":"r-1/0/6"},"required_action":{"type":"submit_tool_outputs","submit_tool_outputs":{"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_order","arguments":"{}"}},{"id":"","type":"function","function":{"name":"list_orders","arguments":"{}"}}]}}}

        event: done
        data: [DONE]


        """,
    ];

    public static readonly string[] AssistantsBodies =
    [
        """{"id":"run_1","object":"thread.run","status":"failed","last_error":{"code":"rate_limit_exceeded","message":"Try again in 4s"},"created_at":1,"expires_at":9223372036854775807}""",
        """{"object":"list","data":[{"id":"msg_1","run_id":"run_1","role":"assistant","created_at":3,"content":[{"type":"text","text":{"value":"Hi"}},{"type":"refusal","refusal":"no"}]}]}""",
        """{"id":"run_1","object":"thread.run","status":"requires_action","metadata":{"run":"r-1","step":"r-1/0/6"},"required_action":{"type":"submit_tool_outputs","submit_tool_outputs":{"tool_calls":[{"id":"","type":"function","function":{"name":"list_orders","arguments":"{}"}}]}}}""",
        """{"id":"run_1","object":"thread.run","status":"requires_action","required_action":{"submit_tool_outputs":{"tool_calls":[{"id":"call_1","function":{"name":"get_order","arguments":"{}"}},{"id":"call_2","function":{"name":"cancel_order","arguments":"{}"}}]}}}""",
        """{"object":"list","data":[{"id":"run_3","status":"in_progress","metadata":{"run":"r-1","step":"r-1/0/11"}},{"id":"run_2","status":"failed","metadata":{"run":"r-1","step":"r-1/0/6"},"usage":{"prompt_tokens":9,"completion_tokens":2}},{"id":"run_0","status":"failed"}]}""",
        """{"object":"list","data":[{"id":"msg_3","role":"user","metadata":{"number":"11"}},{"id":"msg_2","run_id":"run_1","role":"assistant","content":[]},{"id":"msg_1","role":"assistant","metadata":{"number":"6","all":"true"}}]}""",
    ];

    public static IReadOnlyList<byte[]> Bytes(params IEnumerable<string> samples) => [.. samples.Select(Encoding.UTF8.GetBytes)];
}
