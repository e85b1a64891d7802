#include "doc.h"

#include <stdio.h>

#include "code/status_internal.h"

/* A sentence as "form/lemma/UPOS/XPOS/head/deprel" a token, and the statuses wanted of its
 * predicates: "form=status", with "/time" and "<the word that decided it" where those are looked
 * at. The lexicon is the one that is shipped. */
static const struct {
    const char *name, *tree, *want;
} CASES[] = {
    { "Rebels attacked the village",
      "Rebels/rebel/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root the/the/DET/DT/4/det "
      "village/village/NOUN/NN/2/obj ././PUNCT/./2/punct",
      "attacked=actual/past" },
    { "Rebels are shelling the town",
      "Rebels/rebel/NOUN/NNS/3/nsubj are/be/AUX/VBP/3/aux shelling/shell/VERB/VBG/0/root "
      "the/the/DET/DT/5/det town/town/NOUN/NN/3/obj ././PUNCT/./3/punct",
      "shelling=ongoing/present<shelling" },
    { "The army will withdraw on Friday",
      "The/the/DET/DT/2/det army/army/NOUN/NN/4/nsubj will/will/AUX/MD/4/aux "
      "withdraw/withdraw/VERB/VB/0/root on/on/ADP/IN/6/case Friday/Friday/PROPN/NNP/4/obl "
      "././PUNCT/./4/punct",
      "withdraw=planned/future<will" },
    { "The army did not withdraw",
      "The/the/DET/DT/2/det army/army/NOUN/NN/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod withdraw/withdraw/VERB/VB/0/root ././PUNCT/./5/punct",
      "withdraw=negated/past<not" },
    { "No soldiers were killed",
      "No/no/DET/DT/2/det soldiers/soldier/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass "
      "killed/kill/VERB/VBN/0/root ././PUNCT/./4/punct",
      "killed=negated/past<No" },
    { "Nobody was injured",
      "Nobody/nobody/PRON/NN/3/nsubj:pass was/be/AUX/VBD/3/aux:pass "
      "injured/injure/VERB/VBN/0/root ././PUNCT/./3/punct",
      "injured=negated/past<Nobody" },
    { "The gunmen killed no civilians",
      "The/the/DET/DT/2/det gunmen/gunman/NOUN/NNS/3/nsubj killed/kill/VERB/VBD/0/root "
      "no/no/DET/DT/5/det civilians/civilian/NOUN/NNS/3/obj ././PUNCT/./3/punct",
      "killed=negated<no" },
    { "The minister had no plans to resign",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj had/have/VERB/VBD/0/root "
      "no/no/DET/DT/5/det plans/plan/NOUN/NNS/3/obj to/to/PART/TO/7/mark "
      "resign/resign/VERB/VB/5/acl ././PUNCT/./3/punct",
      "had=actual plans=negated<no resign=hypothetical" },
    { "Neither side accepted the offer",
      "Neither/neither/DET/DT/2/det side/side/NOUN/NN/3/nsubj accepted/accept/VERB/VBD/0/root "
      "the/the/DET/DT/5/det offer/offer/NOUN/NN/3/obj ././PUNCT/./3/punct",
      "accepted=negated<Neither offer=hypothetical" },
    { "The troops may leave",
      "The/the/DET/DT/2/det troops/troops/NOUN/NNS/4/nsubj may/may/AUX/MD/4/aux "
      "leave/leave/VERB/VB/0/root ././PUNCT/./4/punct",
      "leave=hypothetical/future<may" },
    { "The troops may not leave",
      "The/the/DET/DT/2/det troops/troops/NOUN/NNS/5/nsubj may/may/AUX/MD/5/aux "
      "not/not/PART/RB/5/advmod leave/leave/VERB/VB/0/root ././PUNCT/./5/punct",
      "leave=hypothetical<may" },
    { "The troops would not leave",
      "The/the/DET/DT/2/det troops/troops/NOUN/NNS/5/nsubj would/would/AUX/MD/5/aux "
      "not/not/PART/RB/5/advmod leave/leave/VERB/VB/0/root ././PUNCT/./5/punct",
      "leave=negated<not" },
    { "The parties must stop the fighting",
      "The/the/DET/DT/2/det parties/party/NOUN/NNS/4/nsubj must/must/AUX/MD/4/aux "
      "stop/stop/VERB/VB/0/root the/the/DET/DT/6/det fighting/fighting/NOUN/NN/4/obj "
      "././PUNCT/./4/punct",
      "stop=demanded/future<must fighting=actual" },
    { "Egypt managed to free the hostages",
      "Egypt/Egypt/PROPN/NNP/2/nsubj managed/manage/VERB/VBD/0/root to/to/PART/TO/4/mark "
      "free/free/VERB/VB/2/xcomp the/the/DET/DT/6/det hostages/hostage/NOUN/NNS/4/obj "
      "././PUNCT/./2/punct",
      "managed=actual free=actual" },
    { "Egypt did not manage to free the hostages",
      "Egypt/Egypt/PROPN/NNP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod "
      "manage/manage/VERB/VB/0/root to/to/PART/TO/6/mark free/free/VERB/VB/4/xcomp "
      "the/the/DET/DT/8/det hostages/hostage/NOUN/NNS/6/obj ././PUNCT/./4/punct",
      "manage=negated<not free=negated<manage" },
    { "The delegates failed to reach a deal",
      "The/the/DET/DT/2/det delegates/delegate/NOUN/NNS/3/nsubj failed/fail/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark reach/reach/VERB/VB/3/xcomp a/a/DET/DT/7/det "
      "deal/deal/NOUN/NN/5/obj ././PUNCT/./3/punct",
      "failed=actual reach=negated<failed deal=negated" },
    { "The delegates did not fail to sign the pact",
      "The/the/DET/DT/2/det delegates/delegate/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod fail/fail/VERB/VB/0/root to/to/PART/TO/7/mark "
      "sign/sign/VERB/VB/5/xcomp the/the/DET/DT/9/det pact/pact/NOUN/NN/7/obj "
      "././PUNCT/./5/punct",
      "fail=negated sign=actual" },
    { "The general refused to surrender",
      "The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj refused/refuse/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark surrender/surrender/VERB/VB/3/xcomp ././PUNCT/./3/punct",
      "refused=actual surrender=negated<refused" },
    { "The guards prevented an attack",
      "The/the/DET/DT/2/det guards/guard/NOUN/NNS/3/nsubj prevented/prevent/VERB/VBD/0/root "
      "an/a/DET/DT/5/det attack/attack/NOUN/NN/3/obj ././PUNCT/./3/punct",
      "prevented=actual attack=negated<prevented" },
    { "The guards did not prevent the attack",
      "The/the/DET/DT/2/det guards/guard/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod prevent/prevent/VERB/VB/0/root the/the/DET/DT/7/det "
      "attack/attack/NOUN/NN/5/obj ././PUNCT/./5/punct",
      "prevent=negated attack=actual" },
    { "The president plans to visit Cairo",
      "The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj plans/plan/VERB/VBZ/0/root "
      "to/to/PART/TO/5/mark visit/visit/VERB/VB/3/xcomp Cairo/Cairo/PROPN/NNP/5/obj "
      "././PUNCT/./3/punct",
      "plans=actual/present visit=planned/future<plans" },
    { "The president hopes to visit Cairo",
      "The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj hopes/hope/VERB/VBZ/0/root "
      "to/to/PART/TO/5/mark visit/visit/VERB/VB/3/xcomp Cairo/Cairo/PROPN/NNP/5/obj "
      "././PUNCT/./3/punct",
      "visit=hypothetical/future<hopes" },
    { "Paris urged Kigali to stop the fighting",
      "Paris/Paris/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Kigali/Kigali/PROPN/NNP/2/iobj "
      "to/to/PART/TO/5/mark stop/stop/VERB/VB/2/xcomp the/the/DET/DT/7/det "
      "fighting/fighting/NOUN/NN/5/obj ././PUNCT/./2/punct",
      "urged=actual stop=demanded<urged fighting=actual" },
    { "London called for talks",
      "London/London/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root for/for/ADP/IN/4/case "
      "talks/talk/NOUN/NNS/2/obl ././PUNCT/./2/punct",
      "called=actual talks=demanded/future<called" },
    { "The minister denied that the army bombed the market",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj denied/deny/VERB/VBD/0/root "
      "that/that/SCONJ/IN/7/mark the/the/DET/DT/6/det army/army/NOUN/NN/7/nsubj "
      "bombed/bomb/VERB/VBD/3/ccomp the/the/DET/DT/9/det market/market/NOUN/NN/7/obj "
      "././PUNCT/./3/punct",
      "denied=actual bombed=denied/past<denied" },
    { "The minister denied the attack",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj denied/deny/VERB/VBD/0/root "
      "the/the/DET/DT/5/det attack/attack/NOUN/NN/3/obj ././PUNCT/./3/punct",
      "denied=actual attack=denied<denied" },
    { "The envoy said that the rebels attacked the convoy",
      "The/the/DET/DT/2/det envoy/envoy/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
      "that/that/SCONJ/IN/7/mark the/the/DET/DT/6/det rebels/rebel/NOUN/NNS/7/nsubj "
      "attacked/attack/VERB/VBD/3/ccomp the/the/DET/DT/9/det convoy/convoy/NOUN/NN/7/obj "
      "././PUNCT/./3/punct",
      "said=actual attacked=actual/past" },
    { "The envoy did not say that the rebels attacked the convoy",
      "The/the/DET/DT/2/det envoy/envoy/NOUN/NN/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod say/say/VERB/VB/0/root that/that/SCONJ/IN/9/mark "
      "the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/9/nsubj attacked/attack/VERB/VBD/5/ccomp "
      "the/the/DET/DT/11/det convoy/convoy/NOUN/NN/9/obj ././PUNCT/./5/punct",
      "say=negated attacked=hypothetical<say" },
    { "The envoy did not know that the rebels attacked the convoy",
      "The/the/DET/DT/2/det envoy/envoy/NOUN/NN/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod know/know/VERB/VB/0/root that/that/SCONJ/IN/9/mark "
      "the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/9/nsubj attacked/attack/VERB/VBD/5/ccomp "
      "the/the/DET/DT/11/det convoy/convoy/NOUN/NN/9/obj ././PUNCT/./5/punct",
      "know=negated attacked=actual" },
    { "If the rebels attack , the army will respond",
      "If/if/SCONJ/IN/4/mark the/the/DET/DT/3/det rebels/rebel/NOUN/NNS/4/nsubj "
      "attack/attack/VERB/VBP/9/advcl ,/,/PUNCT/,/4/punct the/the/DET/DT/7/det "
      "army/army/NOUN/NN/9/nsubj will/will/AUX/MD/9/aux respond/respond/VERB/VB/0/root "
      "././PUNCT/./9/punct",
      "attack=conditional<If respond=conditional/future<attack" },
    { "The army will respond unless the rebels leave",
      "The/the/DET/DT/2/det army/army/NOUN/NN/4/nsubj will/will/AUX/MD/4/aux "
      "respond/respond/VERB/VB/0/root unless/unless/SCONJ/IN/8/mark the/the/DET/DT/7/det "
      "rebels/rebel/NOUN/NNS/8/nsubj leave/leave/VERB/VB/4/advcl ././PUNCT/./4/punct",
      "respond=conditional/future<leave leave=conditional<unless" },
    { "The troops entered the town to arrest militants",
      "The/the/DET/DT/2/det troops/troops/NOUN/NNS/3/nsubj entered/enter/VERB/VBD/0/root "
      "the/the/DET/DT/5/det town/town/NOUN/NN/3/obj to/to/PART/TO/7/mark "
      "arrest/arrest/VERB/VB/3/advcl militants/militant/NOUN/NNS/7/obj ././PUNCT/./3/punct",
      "entered=actual arrest=planned/future<arrest" },
    { "The group released the hostages without demanding a ransom",
      "The/the/DET/DT/2/det group/group/NOUN/NN/3/nsubj released/release/VERB/VBD/0/root "
      "the/the/DET/DT/5/det hostages/hostage/NOUN/NNS/3/obj without/without/SCONJ/IN/7/mark "
      "demanding/demand/VERB/VBG/3/advcl a/a/DET/DT/9/det ransom/ransom/NOUN/NN/7/obj "
      "././PUNCT/./3/punct",
      "released=actual demanding=negated<without" },
    { "The possibility of a strike worried traders",
      "The/the/DET/DT/2/det possibility/possibility/NOUN/NN/6/nsubj of/of/ADP/IN/5/case "
      "a/a/DET/DT/5/det strike/strike/NOUN/NN/2/nmod worried/worry/VERB/VBD/0/root "
      "traders/trader/NOUN/NNS/6/obj ././PUNCT/./6/punct",
      "strike=hypothetical<possibility worried=actual" },
    { "Fears of a wider war grew",
      "Fears/fear/NOUN/NNS/6/nsubj of/of/ADP/IN/5/case a/a/DET/DT/5/det "
      "wider/wide/ADJ/JJR/5/amod war/war/NOUN/NN/1/nmod grew/grow/VERB/VBD/0/root "
      "././PUNCT/./6/punct",
      "Fears=actual war=hypothetical<Fears grew=actual" },
    { "Washington condemned the bombing",
      "Washington/Washington/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root "
      "the/the/DET/DT/4/det bombing/bombing/NOUN/NN/2/obj ././PUNCT/./2/punct",
      "condemned=actual bombing=actual" },
    { "The ceasefire was rejected by the rebels",
      "The/the/DET/DT/2/det ceasefire/ceasefire/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass "
      "rejected/reject/VERB/VBN/0/root by/by/ADP/IN/7/case the/the/DET/DT/7/det "
      "rebels/rebel/NOUN/NNS/4/obl:agent ././PUNCT/./4/punct",
      "ceasefire=negated<rejected rejected=actual" },
    { "The talks were cancelled",
      "The/the/DET/DT/2/det talks/talk/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass "
      "cancelled/cancel/VERB/VBN/0/root ././PUNCT/./4/punct",
      "talks=negated<cancelled cancelled=actual" },
    { "A planned march was called off",
      "A/a/DET/DT/3/det planned/plan/VERB/VBN/3/amod march/march/NOUN/NN/5/nsubj:pass "
      "was/be/AUX/VBD/5/aux:pass called/call/VERB/VBN/0/root off/off/ADP/RP/5/compound:prt "
      "././PUNCT/./5/punct",
      "march=negated<called called=actual" },
    { "An alleged attack shocked the town",
      "An/a/DET/DT/3/det alleged/allege/VERB/VBN/3/amod attack/attack/NOUN/NN/4/nsubj "
      "shocked/shock/VERB/VBD/0/root the/the/DET/DT/6/det town/town/NOUN/NN/4/obj "
      "././PUNCT/./4/punct",
      "attack=hypothetical<alleged shocked=actual" },
    { "The clashes continued",
      "The/the/DET/DT/2/det clashes/clash/NOUN/NNS/3/nsubj continued/continue/VERB/VBD/0/root "
      "././PUNCT/./3/punct",
      "clashes=ongoing/past<continued continued=actual/past" },
    { "The army continued to shell the city",
      "The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj continued/continue/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark shell/shell/VERB/VB/3/xcomp the/the/DET/DT/7/det "
      "city/city/NOUN/NN/5/obj ././PUNCT/./3/punct",
      "shell=ongoing/past<continued" },
    { "The sides began talks",
      "The/the/DET/DT/2/det sides/side/NOUN/NNS/3/nsubj began/begin/VERB/VBD/0/root "
      "talks/talk/NOUN/NNS/3/obj ././PUNCT/./3/punct",
      "talks=actual" },
    { "The rebels stopped shelling the city",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj stopped/stop/VERB/VBD/0/root "
      "shelling/shell/VERB/VBG/3/xcomp the/the/DET/DT/6/det city/city/NOUN/NN/4/obj "
      "././PUNCT/./3/punct",
      "stopped=actual shelling=actual" },
    { "The rebels did not stop shelling the city",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod stop/stop/VERB/VB/0/root shelling/shell/VERB/VBG/5/xcomp "
      "the/the/DET/DT/8/det city/city/NOUN/NN/6/obj ././PUNCT/./5/punct",
      "stop=negated shelling=ongoing<stop" },
    { "Will the rebels attack ?",
      "Will/will/AUX/MD/4/aux the/the/DET/DT/4/det rebels/rebel/NOUN/NNS/4/nsubj "
      "attack/attack/VERB/VB/0/root ?/?/PUNCT/./4/punct",
      "attack=hypothetical<attack" },
    { "Why did the rebels attack ?",
      "Why/why/ADV/WRB/5/advmod did/do/AUX/VBD/5/aux the/the/DET/DT/5/det "
      "rebels/rebel/NOUN/NNS/5/nsubj attack/attack/VERB/VB/0/root ?/?/PUNCT/./5/punct",
      "attack=actual" },
    { "Stop the war",
      "Stop/stop/VERB/VB/0/root the/the/DET/DT/3/det war/war/NOUN/NN/1/obj ././PUNCT/./1/punct",
      "Stop=demanded<Stop war=actual" },
    { "The rebels did not attack or loot the town",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod attack/attack/VERB/VB/0/root or/or/CCONJ/CC/7/cc "
      "loot/loot/VERB/VB/5/conj the/the/DET/DT/9/det town/town/NOUN/NN/7/obj "
      "././PUNCT/./5/punct",
      "attack=negated<not loot=negated<not" },
    { "The rebels did not attack but fled",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod attack/attack/VERB/VB/0/root but/but/CCONJ/CC/7/cc "
      "fled/flee/VERB/VBD/5/conj ././PUNCT/./5/punct",
      "attack=negated<not fled=actual" },
    { "The army could not stop the rebels",
      "The/the/DET/DT/2/det army/army/NOUN/NN/5/nsubj could/could/AUX/MD/5/aux "
      "not/not/PART/RB/5/advmod stop/stop/VERB/VB/0/root the/the/DET/DT/7/det "
      "rebels/rebel/NOUN/NNS/5/obj ././PUNCT/./5/punct",
      "stop=negated/future<not" },
    { "The minister said the army would leave",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root "
      "the/the/DET/DT/5/det army/army/NOUN/NN/7/nsubj would/would/AUX/MD/7/aux "
      "leave/leave/VERB/VB/3/ccomp ././PUNCT/./3/punct",
      "said=actual leave=planned/future<would" },
    { "The deal would end the war",
      "The/the/DET/DT/2/det deal/deal/NOUN/NN/4/nsubj would/would/AUX/MD/4/aux "
      "end/end/VERB/VB/0/root the/the/DET/DT/6/det war/war/NOUN/NN/4/obj ././PUNCT/./4/punct",
      "end=hypothetical/future<would war=actual" },
    { "The army not only shelled the town but seized it",
      "The/the/DET/DT/2/det army/army/NOUN/NN/5/nsubj not/not/PART/RB/4/advmod "
      "only/only/ADV/RB/5/advmod shelled/shell/VERB/VBD/0/root the/the/DET/DT/7/det "
      "town/town/NOUN/NN/5/obj but/but/CCONJ/CC/9/cc seized/seize/VERB/VBD/5/conj "
      "it/it/PRON/PRP/9/obj ././PUNCT/./5/punct",
      "shelled=actual seized=actual" },
    { "The army no longer supports the government",
      "The/the/DET/DT/2/det army/army/NOUN/NN/5/nsubj no/no/ADV/RB/4/advmod "
      "longer/long/ADV/RBR/5/advmod supports/support/VERB/VBZ/0/root the/the/DET/DT/7/det "
      "government/government/NOUN/NN/5/obj ././PUNCT/./5/punct",
      "supports=negated/present<no" },
    { "The rebels allegedly burned the school",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/4/nsubj allegedly/allegedly/ADV/RB/4/advmod "
      "burned/burn/VERB/VBD/0/root the/the/DET/DT/6/det school/school/NOUN/NN/4/obj "
      "././PUNCT/./4/punct",
      "burned=hypothetical/past<allegedly" },
    { "The general threatened to attack the port",
      "The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj threatened/threaten/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark attack/attack/VERB/VB/3/xcomp the/the/DET/DT/7/det "
      "port/port/NOUN/NN/5/obj ././PUNCT/./3/punct",
      "attack=hypothetical/future<threatened" },
    { "Iran was accused of smuggling weapons",
      "Iran/Iran/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass "
      "accused/accuse/VERB/VBN/0/root of/of/SCONJ/IN/5/mark smuggling/smuggle/VERB/VBG/3/advcl "
      "weapons/weapon/NOUN/NNS/5/obj ././PUNCT/./3/punct",
      "smuggling=hypothetical<accused" },
    { "The absence of talks angered the crowd",
      "The/the/DET/DT/2/det absence/absence/NOUN/NN/5/nsubj of/of/ADP/IN/4/case "
      "talks/talk/NOUN/NNS/2/nmod angered/anger/VERB/VBD/0/root the/the/DET/DT/7/det "
      "crowd/crowd/NOUN/NN/5/obj ././PUNCT/./5/punct",
      "talks=negated<absence angered=actual" },
    { "Israel to send delegation",
      "Israel/Israel/PROPN/NNP/3/nsubj to/to/PART/TO/3/mark send/send/VERB/VB/0/root "
      "delegation/delegation/NOUN/NN/3/obj",
      "send=planned/future" },
    { "The sides agreed to hold talks",
      "The/the/DET/DT/2/det sides/side/NOUN/NNS/3/nsubj agreed/agree/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark hold/hold/VERB/VB/3/xcomp talks/talk/NOUN/NNS/5/obj "
      "././PUNCT/./3/punct",
      "agreed=actual hold=planned<agreed talks=planned" },
    { "The sides did not agree to hold talks",
      "The/the/DET/DT/2/det sides/side/NOUN/NNS/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod agree/agree/VERB/VB/0/root to/to/PART/TO/7/mark "
      "hold/hold/VERB/VB/5/xcomp talks/talk/NOUN/NNS/7/obj ././PUNCT/./5/punct",
      "agree=negated hold=negated<agree talks=negated" },
    { "Chad was the first country to recognise the state",
      "Chad/Chad/PROPN/NNP/5/nsubj was/be/AUX/VBD/5/cop the/the/DET/DT/5/det "
      "first/first/ADJ/JJ/5/amod country/country/NOUN/NN/0/root to/to/PART/TO/7/mark "
      "recognise/recognise/VERB/VB/5/acl the/the/DET/DT/9/det state/state/NOUN/NN/7/obj "
      "././PUNCT/./5/punct",
      "recognise=actual" },
    { "The army is expected to attack",
      "The/the/DET/DT/2/det army/army/NOUN/NN/4/nsubj:pass is/be/AUX/VBZ/4/aux:pass "
      "expected/expect/VERB/VBN/0/root to/to/PART/TO/6/mark attack/attack/VERB/VB/4/xcomp "
      "././PUNCT/./4/punct",
      "expected=actual/present attack=planned/future<expected" },
    { "The strike is unlikely",
      "The/the/DET/DT/2/det strike/strike/NOUN/NN/4/nsubj is/be/AUX/VBZ/4/cop "
      "unlikely/unlikely/ADJ/JJ/0/root ././PUNCT/./4/punct",
      "strike=hypothetical<unlikely" },
    { "Officials doubt that the truce will hold",
      "Officials/official/NOUN/NNS/2/nsubj doubt/doubt/VERB/VBP/0/root "
      "that/that/SCONJ/IN/7/mark the/the/DET/DT/5/det truce/truce/NOUN/NN/7/nsubj "
      "will/will/AUX/MD/7/aux hold/hold/VERB/VB/2/ccomp ././PUNCT/./2/punct",
      "hold=hypothetical<doubt" },
    { "The king ordered troops to fire",
      "The/the/DET/DT/2/det king/king/NOUN/NN/3/nsubj ordered/order/VERB/VBD/0/root "
      "troops/troops/NOUN/NNS/3/obj to/to/PART/TO/6/mark fire/fire/VERB/VB/3/xcomp "
      "././PUNCT/./3/punct",
      "ordered=actual fire=demanded<ordered" },
    { "The rebels promised not to attack the port",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj promised/promise/VERB/VBD/0/root "
      "not/not/PART/RB/6/advmod to/to/PART/TO/6/mark attack/attack/VERB/VB/3/xcomp "
      "the/the/DET/DT/8/det port/port/NOUN/NN/6/obj ././PUNCT/./3/punct",
      "promised=actual attack=negated<not" },
    { "The two sides have not held talks since May",
      "The/the/DET/DT/3/det two/two/NUM/CD/3/nummod sides/side/NOUN/NNS/6/nsubj "
      "have/have/AUX/VBP/6/aux not/not/PART/RB/6/advmod held/hold/VERB/VBN/0/root "
      "talks/talk/NOUN/NNS/6/obj since/since/ADP/IN/9/case May/May/PROPN/NNP/6/obl "
      "././PUNCT/./6/punct",
      "held=negated/past<not talks=negated" },
    { "Protesters demanded that the president resign",
      "Protesters/protester/NOUN/NNS/2/nsubj demanded/demand/VERB/VBD/0/root "
      "that/that/SCONJ/IN/6/mark the/the/DET/DT/5/det president/president/NOUN/NN/6/nsubj "
      "resign/resign/VERB/VB/2/ccomp ././PUNCT/./2/punct",
      "resign=demanded<demanded" },
    { "The judge asked whether the rebels attacked the convoy",
      "The/the/DET/DT/2/det judge/judge/NOUN/NN/3/nsubj asked/ask/VERB/VBD/0/root "
      "whether/whether/SCONJ/IN/7/mark the/the/DET/DT/6/det rebels/rebel/NOUN/NNS/7/nsubj "
      "attacked/attack/VERB/VBD/3/ccomp the/the/DET/DT/9/det convoy/convoy/NOUN/NN/7/obj "
      "././PUNCT/./3/punct",
      "attacked=hypothetical/past<asked" },
    { "The army was forced to retreat",
      "The/the/DET/DT/2/det army/army/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass "
      "forced/force/VERB/VBN/0/root to/to/PART/TO/6/mark retreat/retreat/VERB/VB/4/xcomp "
      "././PUNCT/./4/punct",
      "forced=actual retreat=actual" },
    { "Civilians fled before the army attacked",
      "Civilians/civilian/NOUN/NNS/2/nsubj fled/flee/VERB/VBD/0/root "
      "before/before/SCONJ/IN/6/mark the/the/DET/DT/5/det army/army/NOUN/NN/6/nsubj "
      "attacked/attack/VERB/VBD/2/advcl ././PUNCT/./2/punct",
      "fled=actual attacked=actual/past" },
    { "The rebels will stay until the army leaves",
      "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/4/nsubj will/will/AUX/MD/4/aux "
      "stay/stay/VERB/VB/0/root until/until/ADP/IN/8/mark the/the/DET/DT/7/det "
      "army/army/NOUN/NN/8/nsubj leaves/leave/VERB/VBZ/4/advcl ././PUNCT/./4/punct",
      "stay=planned leaves=planned<until" },
    { "Had the army attacked , the rebels would have fled",
      "Had/have/AUX/VBD/4/aux the/the/DET/DT/3/det army/army/NOUN/NN/4/nsubj "
      "attacked/attack/VERB/VBN/10/advcl ,/,/PUNCT/,/4/punct the/the/DET/DT/7/det "
      "rebels/rebel/NOUN/NNS/10/nsubj would/would/AUX/MD/10/aux have/have/AUX/VB/10/aux "
      "fled/flee/VERB/VBN/0/root ././PUNCT/./10/punct",
      "attacked=conditional fled=conditional" },
    { "The envoy rejected accusations of torture",
      "The/the/DET/DT/2/det envoy/envoy/NOUN/NN/3/nsubj rejected/reject/VERB/VBD/0/root "
      "accusations/accusation/NOUN/NNS/3/obj of/of/ADP/IN/6/case torture/torture/NOUN/NN/4/nmod "
      "././PUNCT/./3/punct",
      "accusations=actual torture=hypothetical" },
    { "The general regretted bombing the village",
      "The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj regretted/regret/VERB/VBD/0/root "
      "bombing/bomb/VERB/VBG/3/xcomp the/the/DET/DT/6/det village/village/NOUN/NN/4/obj "
      "././PUNCT/./3/punct",
      "regretted=actual bombing=actual" },
    { "The ban came amid fears that the rebels would attack",
      "The/the/DET/DT/2/det ban/ban/NOUN/NN/3/nsubj came/come/VERB/VBD/0/root "
      "amid/amid/ADP/IN/5/case fears/fear/NOUN/NNS/3/obl that/that/SCONJ/IN/10/mark "
      "the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/10/nsubj would/would/AUX/MD/10/aux "
      "attack/attack/VERB/VB/5/acl ././PUNCT/./3/punct",
      "came=actual fears=actual attack=hypothetical" },
    { "The index fell to close at 90",
      "The/the/DET/DT/2/det index/index/NOUN/NN/3/nsubj fell/fall/VERB/VBD/0/root "
      "to/to/PART/TO/5/mark close/close/VERB/VB/3/advcl at/at/ADP/IN/7/case 90/90/NUM/CD/5/obl "
      "././PUNCT/./3/punct",
      "fell=actual close=actual" },
    { "Rebels saw no sign of an attack",
      "Rebels/rebel/NOUN/NNS/2/nsubj saw/see/VERB/VBD/0/root no/no/DET/DT/4/det "
      "sign/sign/NOUN/NN/2/obj of/of/ADP/IN/7/case an/a/DET/DT/7/det "
      "attack/attack/NOUN/NN/4/nmod ././PUNCT/./2/punct",
      "saw=actual sign=negated<no attack=negated" },
    { "The envoy did not see an attack",
      "The/the/DET/DT/2/det envoy/envoy/NOUN/NN/5/nsubj did/do/AUX/VBD/5/aux "
      "not/not/PART/RB/5/advmod see/see/VERB/VB/0/root an/a/DET/DT/7/det "
      "attack/attack/NOUN/NN/5/obj ././PUNCT/./5/punct",
      "see=negated attack=negated<see" },
    { "The minister told the families of the dead that the army would not retreat",
      "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj told/tell/VERB/VBD/0/root "
      "the/the/DET/DT/5/det families/family/NOUN/NNS/3/iobj of/of/ADP/IN/8/case "
      "the/the/DET/DT/8/det dead/dead/ADJ/JJ/5/nmod that/that/SCONJ/IN/14/mark "
      "the/the/DET/DT/11/det army/army/NOUN/NN/14/nsubj would/would/AUX/MD/14/aux "
      "not/not/PART/RB/14/advmod retreat/retreat/VERB/VB/5/acl:relcl ././PUNCT/./3/punct",
      "told=actual retreat=negated<not" },
    { "The mayor accused the army of torture",
      "The/the/DET/DT/2/det mayor/mayor/NOUN/NN/3/nsubj accused/accuse/VERB/VBD/0/root "
      "the/the/DET/DT/5/det army/army/NOUN/NN/3/obj of/of/ADP/IN/7/case "
      "torture/torture/NOUN/NN/5/nmod ././PUNCT/./3/punct",
      "torture=hypothetical<accused" },
    { "The court rejected a request to free the men",
      "The/the/DET/DT/2/det court/court/NOUN/NN/3/nsubj rejected/reject/VERB/VBD/0/root "
      "a/a/DET/DT/5/det request/request/NOUN/NN/3/obj to/to/PART/TO/7/mark "
      "free/free/VERB/VB/5/acl the/the/DET/DT/9/det men/man/NOUN/NNS/7/obj ././PUNCT/./3/punct",
      "rejected=actual request=actual free=negated" },
    { "A raid planned for May was called off",
      "A/a/DET/DT/2/det raid/raid/NOUN/NN/7/nsubj:pass planned/plan/VERB/VBN/2/acl "
      "for/for/ADP/IN/5/case May/May/PROPN/NNP/3/obl was/be/AUX/VBD/7/aux:pass "
      "called/call/VERB/VBN/0/root off/off/ADP/RP/7/compound:prt ././PUNCT/./7/punct",
      "raid=negated<called planned=actual" },
    { "The strike that officials feared began",
      "The/the/DET/DT/2/det strike/strike/NOUN/NN/6/nsubj that/that/PRON/WDT/5/obj "
      "officials/official/NOUN/NNS/5/nsubj feared/fear/VERB/VBD/2/acl:relcl "
      "began/begin/VERB/VBD/0/root ././PUNCT/./6/punct",
      "strike=actual feared=actual began=actual" },
    { "Egypt called on Hamas to free the men",
      "Egypt/Egypt/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root on/on/ADP/IN/4/case "
      "Hamas/Hamas/PROPN/NNP/2/obl to/to/PART/TO/6/mark free/free/VERB/VB/2/advcl "
      "the/the/DET/DT/8/det men/man/NOUN/NNS/6/obj ././PUNCT/./2/punct",
      "free=demanded<called" },
    { "The fire could have killed hundreds",
      "The/the/DET/DT/2/det fire/fire/NOUN/NN/5/nsubj could/could/AUX/MD/5/aux "
      "have/have/AUX/VB/5/aux killed/kill/VERB/VBN/0/root hundreds/hundred/NOUN/NNS/5/obj "
      "././PUNCT/./5/punct",
      "killed=hypothetical/past<could" },
    { "He should have stopped the attack",
      "He/he/PRON/PRP/4/nsubj should/should/AUX/MD/4/aux have/have/AUX/VB/4/aux "
      "stopped/stop/VERB/VBN/0/root the/the/DET/DT/6/det attack/attack/NOUN/NN/4/obj "
      "././PUNCT/./4/punct",
      "stopped=hypothetical/past<should" },
    { "Residents fear a war",
      "Residents/resident/NOUN/NNS/2/nsubj fear/fear/VERB/VBP/0/root a/a/DET/DT/4/det "
      "war/war/NOUN/NN/2/obj ././PUNCT/./2/punct",
      "war=hypothetical<fear" },
    { "Troops are ready to attack",
      "Troops/troops/NOUN/NNS/3/nsubj are/be/AUX/VBP/3/cop ready/ready/ADJ/JJ/0/root "
      "to/to/PART/TO/5/mark attack/attack/VERB/VB/3/xcomp ././PUNCT/./3/punct",
      "attack=hypothetical<ready" },
    { "Oman is trying to end the war",
      "Oman/Oman/PROPN/NNP/3/nsubj is/be/AUX/VBZ/3/aux trying/try/VERB/VBG/0/root "
      "to/to/PART/TO/5/mark end/end/VERB/VB/3/xcomp the/the/DET/DT/7/det war/war/NOUN/NN/5/obj "
      "././PUNCT/./3/punct",
      "trying=ongoing/present end=hypothetical<trying" },
    { "The talks may not resume",
      "The/the/DET/DT/2/det talks/talk/NOUN/NNS/5/nsubj may/may/AUX/MD/5/aux "
      "not/not/PART/RB/5/advmod resume/resume/VERB/VB/0/root ././PUNCT/./5/punct",
      "talks=hypothetical resume=hypothetical<may" },
    { "Soldiers were ordered not to shoot",
      "Soldiers/soldier/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass "
      "ordered/order/VERB/VBN/0/root not/not/PART/RB/6/advmod to/to/PART/TO/6/mark "
      "shoot/shoot/VERB/VB/3/xcomp ././PUNCT/./3/punct",
      "shoot=demanded<ordered" },
    { "He wondered why the army attacked",
      "He/he/PRON/PRP/2/nsubj wondered/wonder/VERB/VBD/0/root why/why/ADV/WRB/6/advmod "
      "the/the/DET/DT/5/det army/army/NOUN/NN/6/nsubj attacked/attack/VERB/VBD/2/ccomp "
      "././PUNCT/./2/punct",
      "attacked=actual" },
    { "The city has been rebuilt",
      "The/the/DET/DT/2/det city/city/NOUN/NN/5/nsubj:pass has/have/AUX/VBZ/5/aux "
      "been/be/AUX/VBN/5/aux:pass rebuilt/rebuild/VERB/VBN/0/root ././PUNCT/./5/punct",
      "rebuilt=actual/past" },
    { "Both sides agreed not to attack the port",
      "Both/both/DET/DT/2/det sides/side/NOUN/NNS/3/nsubj agreed/agree/VERB/VBD/0/root "
      "not/not/PART/RB/6/advmod to/to/PART/TO/6/mark attack/attack/VERB/VB/3/xcomp "
      "the/the/DET/DT/8/det port/port/NOUN/NN/6/obj ././PUNCT/./3/punct",
      "attack=negated<not" },
    { "The accord bans attacks on civilians",
      "The/the/DET/DT/2/det accord/accord/NOUN/NN/3/nsubj bans/ban/VERB/VBZ/0/root "
      "attacks/attack/NOUN/NNS/3/obj on/on/ADP/IN/6/case civilians/civilian/NOUN/NNS/4/nmod "
      "././PUNCT/./3/punct",
      "attacks=negated<bans" },
    { "The army was unable to stop the rebels",
      "The/the/DET/DT/2/det army/army/NOUN/NN/4/nsubj was/be/AUX/VBD/4/cop "
      "unable/unable/ADJ/JJ/0/root to/to/PART/TO/6/mark stop/stop/VERB/VB/4/xcomp "
      "the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/6/obj ././PUNCT/./4/punct",
      "stop=negated<unable" },
};

static plb_lexicon *lex;

static test_doc doc_of(const char *tree)
{
    plb_buf rows = { 0 };
    plb_str rest = plb_str_of(tree), token;
    for (int i = 1; plb_str_split(&rest, ' ', &token); i++) {
        plb_buf_printf(&rows, "%d ", i);
        for (size_t k = 0; k < token.n; k++)
            plb_buf_char(&rows, token.p[k] == '/' ? ' ' : token.p[k]);
        plb_buf_char(&rows, '\n');
    }
    plb_buf_char(&rows, '\0');
    test_doc t = test_doc_new(rows.p);
    plb_buf_free(&rows);
    for (uint32_t i = 0; i < t.doc->tokens.n; i++) t.doc->tokens.at[i].mention = PLB_NONE;
    t.doc->date = PLB_DAY_UNKNOWN;
    return t;
}

static void find(plb_code_work *w, const plb_coder *coder, plb_doc *doc)
{
    plb_error err;
    *w = (plb_code_work){ .coder = coder, .doc = doc };
    assert_int_equal(plb_code_arguments(w, &err), PLB_OK);
    if (plb_code_predicates(w, &err) != PLB_OK) fail_msg("%s", err.msg);
}

/* "form=status/time<because" of the last predicate with that form. */
static plb_str shown(const plb_doc *doc, plb_str form, bool time, bool because)
{
    plb_str found = PLB_STR("");
    for (uint32_t i = 0; i < doc->predicates.n; i++) {
        const plb_predicate *p = &doc->predicates.at[i];
        if (!plb_str_eq(plb_doc_token(doc, p->token)->form, form)) continue;
        plb_str status = plb_event_status_name(p->status), when = plb_time_name(p->time);
        plb_str why = p->because == PLB_NONE ? PLB_STR("-") : plb_doc_token(doc, p->because)->form;
        found = plb_arena_printf(doc->arena, "%.*s=%.*s%s%.*s%s%.*s", PLB_FMT(form),
                                 PLB_FMT(status), time ? "/" : "", time ? (int)when.n : 0, when.p,
                                 because ? "<" : "", because ? (int)why.n : 0, why.p);
    }
    return found;
}

static void check(const char *name, const plb_doc *doc, const char *want)
{
    plb_str rest = plb_str_of(want), one;
    while (plb_str_split(&rest, ' ', &one)) {
        bool time = memchr(one.p, '/', one.n) != NULL, because = memchr(one.p, '<', one.n) != NULL;
        plb_str form = one;
        form.n = (size_t)((const char *)memchr(one.p, '=', one.n) - one.p);
        plb_str got = shown(doc, form, time, because);
        if (!plb_str_eq(got, one))
            print_error("%s: got \"%.*s\", want \"%.*s\"\n", name, PLB_FMT(got), PLB_FMT(one));
        if (!plb_str_eq(got, one)) fail();
    }
}

static void statuses_follow_from_operators_and_signatures(void **state)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        test_doc t = doc_of(CASES[i].tree);
        plb_code_work w;
        find(&w, *state, t.doc);
        check(CASES[i].name, t.doc, CASES[i].want);
        test_doc_free(&t);
    }
}

static void date_at(plb_doc *doc, int32_t token, plb_day from, plb_day to)
{
    plb_mention *m = PLB_PUSH(doc->arena, &doc->mentions);
    m->kind = PLB_MENTION_DATE;
    m->head = m->first_token = m->last_token = token;
    m->date = (plb_date){ from, to, PLB_DATE_YEAR, 0 };
}

/* Of one tree with a date in it, by the distance of the date from the report. */
static void old_dates_are_background_and_later_ones_plans(void **state)
{
    static const struct {
        const char *tree, *want;
        int year;
    } cases[] = {
        { "The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj crushed/crush/VERB/VBD/0/root "
          "the/the/DET/DT/5/det revolt/revolt/NOUN/NN/3/obj in/in/ADP/IN/7/case "
          "1973/1973/NUM/CD/3/obl",
          "crushed=past/past<1973", 1973 },
        { "The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj crushed/crush/VERB/VBD/0/root "
          "the/the/DET/DT/5/det revolt/revolt/NOUN/NN/3/obj in/in/ADP/IN/7/case "
          "May/May/PROPN/NNP/3/obl",
          "crushed=actual/past<-", 2024 },
        { "The/the/DET/DT/3/det 1973/1973/NUM/CD/3/compound war/war/NOUN/NN/4/nsubj "
          "changed/change/VERB/VBD/0/root all/all/DET/DT/4/obj",
          "war=past/past<1973 changed=actual/past<-", 1973 },
        { "Talks/talk/NOUN/NNS/2/nsubj resume/resume/VERB/VBP/0/root on/on/ADP/IN/4/case "
          "Friday/Friday/PROPN/NNP/2/obl",
          "resume=planned/future<Friday", 2025 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_doc t = doc_of(cases[i].tree);
        plb_code_work w;
        t.doc->date = plb_day_of(2024, 8, 20);
        for (uint32_t k = 0; k < t.doc->tokens.n; k++) {
            plb_str form = t.doc->tokens.at[k].form;
            if (plb_str_is(form, "1973") || plb_str_is(form, "May") || plb_str_is(form, "Friday"))
                date_at(t.doc, (int32_t)k, plb_day_of(cases[i].year, 1, 1),
                        plb_day_of(cases[i].year, 12, 31));
        }
        find(&w, *state, t.doc);
        check(cases[i].tree, t.doc, cases[i].want);
        test_doc_free(&t);
    }
}

/* Each negation turns a statement round once: an even number of them leaves it true. */
static void two_negations_cancel_out(void **state)
{
    static const char *const FAIL = "did/do/AUX/VBD/%d/aux not/not/PART/RB/%d/advmod ";
    for (int negations = 0; negations < 2; negations++) {
        char tree[512], finite[128];
        snprintf(finite, sizeof finite, FAIL, 4, 4);
        snprintf(tree, sizeof tree,
                 "They/they/PRON/PRP/%d/nsubj %s%s/fail/VERB/%s/0/root to/to/PART/TO/%d/mark "
                 "leave/leave/VERB/VB/%d/xcomp",
                 negations ? 4 : 2, negations ? finite : "", negations ? "fail" : "failed",
                 negations ? "VB" : "VBD", negations ? 6 : 4, negations ? 4 : 2);
        test_doc t = doc_of(tree);
        plb_code_work w;
        find(&w, *state, t.doc);
        check("fail to", t.doc, negations ? "leave=actual" : "leave=negated");
        test_doc_free(&t);
    }
}

static int open_coder(void **state)
{
    plb_error err;
    if (plb_lexicon_open(PLB_BINARY_DIR "/polybius-en.lex", &lex, &err) != PLB_OK) return -1;
    return plb_coder_new(lex, (plb_coder **)state, &err) == PLB_OK ? 0 : -1;
}

static int close_coder(void **state)
{
    plb_coder_free(*state);
    plb_lexicon_close(lex);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statuses_follow_from_operators_and_signatures),
        cmocka_unit_test(old_dates_are_background_and_later_ones_plans),
        cmocka_unit_test(two_negations_cancel_out),
    };
    return cmocka_run_group_tests(tests, open_coder, close_coder);
}
