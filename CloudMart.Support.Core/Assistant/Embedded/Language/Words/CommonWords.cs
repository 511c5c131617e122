using System.Collections.Frozen;

namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

/// <summary>
/// Words of everyday English that the assistant has no use for but must not take for misspelt words of its own, nor for the name of a
/// product.
/// </summary>
internal static class CommonWords
{
    private const string Words = """
        a about above after again against ago alike also although always am among an and another answer any anybody anymore anyone
        anything apart are area aren arent around as aside at away bad bag bank base bear beat because become bed been before began
        begin behind being believe bell belong below beside best better between beyond big birth bit black blue board boat body bold
        book border bored born both bottom bought box boy brand bread break bright bring broke broken brother brought brown build built
        bulk burn bus business busy but by cable cake came can cannot cant car care careful carry case cash cause center certain chair
        chance changer charge charger chargers cheap cheaper cheapest cheek chick child children choice choose city class clean clear
        close closed clothes coat cold color common company complete computer consider cool corner corporate cost could couldnt count
        country course cover cross cup customer cut cute dad daily damn dark date daughter day days dead deal dear december deep deserve
        desk did didnt died different difficult dinner direct dirty dispute do doc does doesnt dog doing dollar dollars done dont door
        double doubt down draw dream dress drink drive drop dry due during each ear early earth ease easy eat eight else empty end
        english enjoy enough even evening ever every everybody everyone everything exactly example except expensive explain extra eye
        face fact fair fall false family far fast father fault favor feed feel feeling fees feet felt few field fifth fill final finally
        fine finish fire first fish five fix flat floor flow fly follow foot for force foreign form former forty forward four fourth
        free fresh friday friend from front fucking full fun further game garden gave general get gets getting girl give given giving
        glad glass go god goddamn goes going gold gone gonna good got gotten grand gray great green ground group grow guess guy had half
        hall hand handle happen happened happy hard has hasnt hat have havent having he head hear heard heart heat heavy held her here
        hers high hill him his hit hold hole home honey hope hot hour house however huge hundred hurry hurt husband id idea ill im in
        inside instead into is isnt its ive january job join july june just keep key kid kids kind kindly kitchen knew known lady lamp
        land large last lately latest lead leak learn least leather leave led left leg less let lets letter level lie life lift like
        likely line link listen little live living local long longer lose lost lot loud love low lower luck made main make makes making
        male man many march mark market matter may maybe me mean meet men middle might mile milk mind mine minute miss missed missing
        moment monday money month months more morning most mother mouth move much mum music must myself name near nearly need needed
        needs neighbor nest never newer newest next nice night nine noise noon normal north nose note nothing notice november now
        october odd of off offer office often old older oldest on one ones online only onto open or other others ought our ours out
        outside over own page pain paint pair paper parent park part party pass peace pen people per perfect perhaps pick picture piece
        pink place placed plain plan plant play please plenty plus point poor portion post pounds power prefer prepare present press
        pretty pricey probably promise proper public pull purple push put quality quick quickly quiet quite rain ran rate rather ray
        read ready real really reason red refine refuse relate remain remind remote rented report resort rest result rich ride ring
        ringing rise road rock room rose round run rush sad safe sale same sand sat saturday save saw say school sea season seat second
        seem seen sell send sense september serious serve service seven shall shape share sharp she sheet shirt shoe shoes short should
        shouldnt shout side sight sign silver simple since sing sir sister sit site six size skin sky slack sleep sleeping slip slow
        small smart smile snow so soft sold son sonic soon sorry sort sound south space spare spend spent spot spring square stack stage
        stalk stand star stare start statue stay steal step stick still stole stone stood store storm straight strange strong student
        study such suit summer sun sunday sure surprise sweet table take taken takes taking talked tall taste teach team tell ten test
        than thats the their them themselves then there theres these they theyre thick thin think third thirty those though thought
        thousand three through throw thursday thus tie tight till time times tiny tired today together told tomorrow tonight too took
        top touch toward town trace track trail train treat tree trial tried trip trucks true trust truth try trying tuesday turn turned
        twelve twenty twice two type u under understand unless unlike up upon upset ur urgent us use used useful user usual vary very
        via view visit voice wait waited waiting wake walk wall wanna want wanted wants war warm was wash wasnt watch water way we wear
        website wednesday week weekend weeks well went were weve what whatever wheel when which while white who whole whom whose wide
        wife wild will wind window winter wish with within without woman women wonder wont wood word work worked works world worry worse
        worst would wouldnt write written wrote yard year years yellow yesterday yet you young your yours yourself zero
        """;

    private static readonly FrozenSet<string> All =
        Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
