namespace CloudMart.Support.Tests.Fakes;

/// <summary>Three files as τ-bench writes them, with one record each or as a test wants them.</summary>
internal sealed class SmallTauShop : IDisposable
{
    public const string Product = """
        {"77":{"name":"Mug","product_id":"77","variants":{
          "701":{"item_id":"701","options":{"color":"blue","lid":"none"},"available":true,"price":12.5},
          "702":{"item_id":"702","options":{"lid":"yes","color":"red"},"available":false,"price":13.0}}}}
        """;

    public const string User = """
        {"mia_li_1":{"user_id":"mia_li_1","name":{"first_name":"Mia","last_name":"Li"},
          "address":{"address1":"1 Road","address2":"Suite 2","city":"Austin","country":"USA","state":"TX","zip":"78701"},
          "email":"mia@example.com","orders":["#W1"],"payment_methods":{
            "credit_card_1":{"source":"credit_card","id":"credit_card_1","brand":"mastercard","last_four":"9212"},
            "paypal_2":{"source":"paypal","id":"paypal_2"},
            "gift_card_31234":{"source":"gift_card","id":"gift_card_31234","balance":40}}}}
        """;

    public const string Order = """
        {"#W1":{"order_id":"#W1","user_id":"mia_li_1","status":"cancelled",
          "address":{"address1":"1 Road","address2":"","city":"Austin","country":"USA","state":"TX","zip":"78701"},
          "items":[{"name":"Mug","product_id":"77","item_id":"702","price":13.0,"options":{"lid":"yes","color":"red"}}],
          "fulfillments":[{"tracking_id":["357962501027"],"item_ids":["702"]}],
          "payment_history":[
            {"transaction_type":"payment","amount":13.0,"payment_method_id":"credit_card_1"},
            {"transaction_type":"refund","amount":12.999999999999998,"payment_method_id":"credit_card_1"}]}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    public SmallTauShop(string orders = Order)
    {
        Write("products.json", Product);
        Write("users.json", User);
        Write("orders.json", orders);
    }

    public string Path => _folder.FullName;

    public void Remove(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Dispose() => _folder.Delete(recursive: true);
}
