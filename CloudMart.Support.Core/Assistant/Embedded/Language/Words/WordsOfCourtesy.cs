namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

using static CloudMart.Support.Core.Assistant.Embedded.Language.Concept;

/// <summary>Phrases that are courtesies by themselves: greetings, thanks, yes, no, never mind. See <see cref="Lexicon"/>.</summary>
internal static class WordsOfCourtesy
{
    public static readonly (Concept Concept, string Words)[] Entries =
    [
        (Greeting, """
            hi, hola, aloha, bonjour, life treating, how do you feel, how you are, whats up with you, are you okay, are you ok,
            are you good, are you alright, are you well, good to see you, hello, hey, to meet you, hiya, howdy, greetings, good morning,
            good afternoon, good evening, good day, how are you, how are u, hows it going, how is it going, how are things,
            whats up, what is up, sup, yo, how do you do, how have you been, howve you been, how you doing, are you doing,
            you are doing, are you feeling, how goes it, hows everything, how is everything, hows life, how is life, hows your day,
            how is your day, nice to meet you, is everything, you doing today, ai is doing, is the ai doing, whats happening,
            hanging
            """),
        (Thanks, """
            owe you, ta, couldnt have done it, of great help, made my day, blessing,
            thanks, thank, thank you, thx, ty, tysm, appreciate, gratitude, grateful, good job, great job, well done, cheers,
            awesome, you rock, great help, big help, helpful, much obliged, good looking out, pleased me, so glad you,
            happy you did, best help, good work, nice work, you helped, youve helped, dont go unnoticed, really great, nice, cool,
            perfect, great, excellent, wonderful, lovely
            """),
        (Goodbye, """
            until next time, that will be all, im off, im out, fare well, fairwell,
            bye, nice to talk, nice to speak, nice to chat, nice chat, nice conversation, enjoyable, pleasant, out of here,
            outta here, catch you, peace, regards, signing off, thanks for talking, tootles, awesome to talk, goodbye, good bye,
            bye bye, see you, see ya, farewell, cya, take care, take it easy, have a nice, have a good, have a great, good night,
            ttyl, talk to you later, thats all, thats it for now, nice talking, enjoyed talking, enjoyed speaking, good talking,
            good speaking, nice chatting, good chatting, fun speaking, fun talking, great talk, pleasure, adios, ciao, later,
            im leaving, im going now, ill be leaving, gotta go, have to go, so long, peace out, lovely to speak, cool talking,
            good seeing you, got to talk, we got to talk, nice speaking, for chatting, cool to talk, great speaking, great talking,
            great chatting
            """),
        (Help, "help, assist, assistance, aid, need help, please help"),
        (Capability, """
            can you do, skills, commands, queries, knowledgable, knowledgeable, questions do you, do you accept, should i ask,
            programmed to, do you have answers, stuff do you know, able to do, are you able, you able to, capable, can i ask,
            may i ask, i can ask, ask you, you help with, can you help me with, help me with, familiar with, subjects, topics,
            kinds of questions, types of questions, what questions, you can do, what do you do, can you assist, could you assist,
            how can you help, how could you help, how do you help, what do you know, you know about, know about, can you answer,
            your purpose, how can i use you, how does this work, what else, menu, areas of expertise, things do you know,
            can you tell me about, do you do, can you complete, you good at, ask the ai, could you answer, your abilities,
            your skills, i ask you, can be asked, you be asked, you knowledgeable
            """),
        (GoingOn, "what about, how about, and what about, same for"),
        (Repeat, """
            say what, come again, restate, replay, run that by me,
            repeat, what did you just, whatd you say, whatd you, say that over, didnt understand you, did not understand you,
            another time please, say that again, say it again, one more time, come again, what did you say, did you say,
            didnt catch, didnt hear, did not catch, did not hear, not quite hear, pardon, missed what you said, missed that,
            you said that, hear that again, hear it again, ask me again, what was that, once more, say again, last thing you said,
            not understand what you, didnt understand what you, rephrase, say that one more, said again, you just said,
            could you say that, sorry what, what do you mean, huh, excuse me
            """),
        (Yes, """
            yes, yeah, yep, yup, ya, yea, yeap, sure, ok, okay, k, correct, right, affirmative, absolutely, definitely, agreed,
            agree, go ahead, do it, please do, sounds good, of course, true, exactly, indeed, confirm, approved, uh huh, certainly,
            that works, roger, facts, makes sense, you got it, thats it, that is it, fine, accurate, factual, precisely,
            think so, for sure, most definitely, why not, right on, id say so, say so, that is so, sounds great, sounds perfect,
            sounds fine, would be great, would be awesome, would be nice, would be lovely, works for me, checks out, you bet,
            by all means, alright, totally, that is what i want, thats what i want
            """),
        (No, """
            no, nay, not at all, certainly not, not factual, not proper, thats wrong, is wrong, actually wrong, inaccurate,
            seems not, nope, nah, no thanks, no thank you, not really, negative, false, no way, incorrect, disagree, not that,
            not true, not right, not correct, dont think so, do not think so, rather not, prefer not, not what i want, isnt right,
            never, not it, afraid not, wrong, heck no, hell no, nuh uh, not happening, isnt what i want, refuse,
            isnt true, not the case, no good, fake, isnt correct, definitely not, absolutely not, falsehood, do not think that,
            dont think that, untrue, no sir, neither, none of them, none
            """),
        (NeverMind, """
            lets not, let it go, skip it, do that anymore, want to do that, want to do this, want to continue, no longer needed,
            never mind, undo that, pause, terminate, discontinue, hush, end the task, end that, refrain from, scratch, nevermind,
            nvm, forget it, forget that, forget about it, forget about that, scratch that, ignore that, drop it, stop it, stop that,
            stop, shut up, be quiet, quit talking, stop talking, leave it, changed my mind, change my mind, no need, abort,
            disregard, forget what i said, hold off, quit, halt, dont continue, dont do, eliminate, negate,
            stop speaking, forget my, ignore my, ignore the previous, forget the, leave it be, dont bother, dont talk, dont speak,
            not speak, cancel that request, cancel my request, cancel that command, not talk, turn off, dont want this anymore,
            forget i, actually forget, silence, not to speak, speak any more, stop what
            """),
        (Unsure, """
            not sure, clue, not confident, unaware, couldnt tell, dont really know, no knowledge, might, no earthly idea,
            cant answer, havent the foggiest, not able to say, dont know, do not know, no idea, idk, dunno, unsure, maybe,
            cant decide, undecided, either, depends, perhaps, not certain, uncertain, cant say, possibly, not too sure, not to sure,
            beats me, on the fence, who can say, your guess, toss up, either way, jury is out, ask me something,
            hard to say, both could, who knows, no clue, not totally sure, not actually sure, might be, dont have that information,
            do not have that information, could be, not have an answer, hm, hmm
            """),
    ];
}
