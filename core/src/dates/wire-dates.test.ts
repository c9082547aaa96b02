/**
 * More sentences of our own, as the wires of 1998 and 2013 and short messages have them, with the spans and values that the
 * TIMEX3 guidelines give them. `news-dates.test.ts` holds those of 1989.
 */
import { expect, test } from 'vitest';
import { markedDates } from '../../../test/support.ts';
import type { CalendarDate } from './calendar-date.ts';

const wednesday = { year: 2013, month: 3, day: 20 };
const thursday = { year: 2013, month: 3, day: 14 };
const winter = { year: 1998, month: 2, day: 13 };
const summer = { year: 2014, month: 6, day: 12 };

/** Each line is a text of its own: the marks are taken out and found again. */
const finds = (anchor: CalendarDate, lines: string): void => {
  for (const line of lines.trim().split('\n'))
    expect(markedDates(line.replace(/\[([^[\]|]*)\|[^\]]*\]/g, '$1'), anchor)).toBe(line);
};

test('stretches, counted or not', () => {
  finds(
    wednesday,
    `
Roughly half the crop was lost in [the last week|P1W].
The season ended [about a month|P1M] ahead of plan.
It is the worst drought in [a decade|P1DE].
The vaccine is given to babies aged [6 months|P6M] and older.
It was a long [day|P1D] for the crew.
He has been missing for [more than two weeks|P2W].
Police have held him for [nearly 40 years|P40Y].
[Nearly four decades|P4DE] after the war, mines still kill.
[Almost 20 years|P20Y] on, the case is open.
The [two-year-old|P2Y] company has no profit.
A [17-year-old|P17Y] girl was hurt.
A [five-year|P5Y], $20 million contract was signed.
The [decade-old|P1DE] dispute is over.
The [decades-long|PXDE] conflict has no end.
The [yearlong|P1Y] inquiry found nothing.
A [monthlong|P1M] strike ended.
The [weeklong|P1W] festival opens [Friday|2013-03-22].
A [daylong|P1D] siege ended in tears.
The [centuries-old|PXCE] temple burned.
In [the next few days|PXD] the river will crest.
Over [the coming months|PXM] the army will leave.
In [the coming years|PXY], costs will fall.
Over [the past two years|P2Y], rents have doubled.
During [the past 10 years|P10Y] the glacier has shrunk.
In [the past three months|P3M], two ships have sunk.
For [the past several years|PXY] it has paid no tax.
[The last few years|PXY] have been dry.
[The next five years|P5Y] will tell.
[Monday|2013-03-18] marked [10 years|P10Y] since the invasion.
He arrives [Wednesday|2013-03-20] for a [three-day|P3D] visit.
It comes [a day|P1D] after the army fired on a crowd.
It comes [a week|P1W] before the vote.
The visit comes [two days|P2D] before the summit.
[Hours|PTXH] after the blast, looting began.
Growth in [the final three months|P3M] of [2012|2012] was nil.
In [the first two months|P2M] of [the year|2013], imports fell.
[This month|2013-03] marks [a year|P1Y] since he left.
In [recent days|PXD] shells have hit the town.
In [recent years|PXY] few came.
It took [four and a half hours|PT4.5H].
It took [90 minutes|PT90M].
[Some 30 years|P30Y] of war ended.
It lasted [just over three years|P3Y].
It lasted [up to six weeks|P6W].
It lasted [at least a week|P1W].
It lasted [under a week|P1W].
It lasted [a full year|P1Y].
It lasted [the whole day|P1D].
It lasted [the entire year|P1Y].
It lasted [all day|P1D].
It lasted [all year|P1Y].
It lasted [a quarter-century|P25Y].
It lasted [a quarter of a century|P25Y].
It lasted [a half-dozen years|P6Y].
He was jailed for [25 years|P25Y].
He got a [25-year|P25Y] sentence.
He has [60 days|P60D] to appeal.
It was the third such attack in [two months|P2M].`,
  );
});

test('now, once and some day', () => {
  finds(
    wednesday,
    `
Until [now|PRESENT_REF], no one had asked.
He is [now|PRESENT_REF] a farmer.
The agency, [now|PRESENT_REF] in its third decade, is broke.
At [the time|PAST_REF], he was a clerk.
[Several years ago|PAST_REF] the plant was sold.
[A few years ago|PAST_REF] it was a swamp.
It happened [many years ago|PAST_REF].
[Years ago|PAST_REF] there was a mill here.
[Decades ago|PAST_REF] the sea came to this wall.
A [former|PAST_REF] minister was held.
The [former|PAST_REF] Soviet Union had 15 republics.
A [recent|PAST_REF] poll put her ahead.
Most [recently|PAST_REF], he led the bank.
The [current|PRESENT_REF] law bans it.
He is [currently|PRESENT_REF] in hospital.
[Currently|PRESENT_REF], 40 are ill.
It will [soon|FUTURE_REF] be gone.
In [future|FUTURE_REF] they will ask.
Plans for [the future|FUTURE_REF] are vague.
A [future|FUTURE_REF] government could undo it.
[To date|PRESENT_REF] 40 have died.
[At this time|PRESENT_REF], no one knows.
[At the moment|PRESENT_REF] no one knows.
No one knows [right now|PRESENT_REF].
[Nowadays|PRESENT_REF] few know.
[Lately|PAST_REF] few come.
It was [long ago|PAST_REF].
[Not long ago|PAST_REF] this was sea.`,
  );
});

test('days, months and years', () => {
  finds(
    wednesday,
    `
The outbreak of [2009|2009]-[2010|2010] killed thousands.
[More than a decade ago|200], the mine closed.
[Nearly two years ago|2011] she moved north.
[Two weeks earlier|2013-W10] a bomb had gone off.
[Three days earlier|2013-03-17] she had sued.
[A month later|2013-04] he was dead.
[The day before|2013-03-19], the two men had met.
[Two years before|2011], it had cost half.
The court ruled [late Thursday|2013-03-14] that the law stands.
[Early Sunday|2013-03-17] a fire broke out.
[Earlier Wednesday|2013-03-20], the two met.
The protest was held [this past Saturday|2013-03-16].
The final is on [Sunday|2013-03-24].
The game is [Saturday|2013-03-23].
The two leaders will meet on [Thursday, March 28|2013-03-28].
She died on [Tues., March 5|2013-03-05].
A [Monday|2013-03-18] report said profits fell.
[Tuesday|2013-03-19]’s vote was close.
From [Monday|2013-03-25] trains will run hourly.
Sales rose 4% in [February|2013-02] from [a year earlier|2012].
Sales rose 4% in [February|2013-02] from [a year ago|2012].
Profit rose in [the third quarter|2012-Q3].
[Third-quarter|2012-Q3] profit rose.
[First-quarter|2013-Q1] results are due in [April|2013-04].
The economy shrank in [the last quarter of 2012|2012-Q4].
For [fiscal 2014|2014], the budget is flat.
For the [2014|2014] fiscal year, the budget is flat.
By [mid-April|2013-04] the ice will be gone.
By [late March|2013-03] the ice is thin.
By [early next year|2014] the line will open.
By [the end of the decade|201] it will be gone.
By [the end of the year|2013] it will be gone.
By [the end of March|2013-03] it will be gone.
At [the end of last month|2013-02] it had 40 ships.
[Later this year|2013] it will move.
[Later this month|2013-03] it will move.
[Earlier this month|2013-03] it moved.
[Earlier in the year|2013] it moved.
[Later in the week|2013-W12] it will move.
In [late 2012|2012] a second mill opened.
In [early 2013|2013] it shut.
In [mid-2012|2012] it was sold.
In [December 2011|2011-12] he fled.
In [Sept. 2011|2011-09] he fled.
On [Feb. 12|2013-02-12] the state tested a bomb.
On [12 February|2013-02-12] the state tested a bomb.
On [Dec. 14|2012-12-14] a gunman killed 26 people.
On [1 April|2013-04-01] the tax rises.
The tax rises on [April 1|2013-04-01].
On [March 20, 2003|2003-03-20], the war began.
The [March 2003|2003-03] invasion split the alliance.
The [Sept. 11, 2001|2001-09-11], attacks changed that.
The [Sept. 11|2001-09-11] attacks changed that.
The [9/11|2001-09-11] attacks changed that.
The [1994|1994] genocide is taught in schools.
[The early 1990s|199] were good.
[The late 1980s|198] were good.
Born in [1957|1957], he grew up in [the ’60s|196].
Born in [1957|1957], he grew up in [the 60s|196].
In [the 1970s|197] and [’80s|198] he sang.
Between [2001|2001] and [2005|2005], it tripled.
Since [2011|2011] it has tripled.
It was last seen in [1906|1906].
The treaty of [1648|1648] ended it.
It dates to [the 12th century|11].
It is a [19th-century|18] house.
A [20th century|19] composer, he died young.
It began in [the summer|2012-SU].
It began in [the summer of 2011|2011-SU].
It will open in [the fall|2013-FA].
[This spring|2013-SP] it flooded.
[Last summer|2012-SU] it flooded.
[Last fall|2012-FA] it flooded.
[Last Christmas|2012-12-25] was quiet.
On [New Year’s Day|2013-01-01] he died.
On [New Year’s Eve|2012-12-31] he died.
Shops are shut on [Good Friday|2013-03-29].
The vote is due in [November|2013-11].
In [November|2012-11], voters threw him out.
In [January|2013-01] he took office.
In [May|2012-05] he lost his seat.
In [May|2013-05] he will retire.
The deal closes in [August|2013-08].
[Yesterday|2013-03-19] it rained.
[Today|2013-03-20], few remember.
[Tomorrow|2013-03-21] it will rain.
He was shot [yesterday morning|2013-03-19TMO].
[This week|2013-W12] it snowed.
[Last week|2013-W11] it snowed.
[Next week|2013-W13] it will snow.
[This weekend|2013-W12-WE] it will snow.
[Last month|2013-02] it snowed.
[Next month|2013-04] he retires.
[This year|2013] is the 50th since the march.
It expects to lose money [this fiscal year|2013].
It lost money [last fiscal year|2012].
[Next year|2014] it will not.
[This decade|201] has been the warmest.
[This century|20] has been warm.
It was down 2% over [the week|2013-W12].
[The previous day|2013-03-19] it had gained.
[The following day|2013-03-21] it fell.
[The following month|2013-04] it fell.
[The same day|2013-03-20] it fell.
[That day|2013-03-20] it fell.
[The same month|2013-03] it fell.
[That same year|2013] it fell.
It lost $3 million in [the year-ago period|2012].
[Monday evening|2013-03-18TEV] the siren rang.
On [Monday evening|2013-03-18TEV] the siren rang.
[Saturday morning|2013-03-16TMO], police moved in.
By [Thursday afternoon|2013-03-14TAF] it had spread.`,
  );
});

test('business, ballots and storms', () => {
  finds(
    thursday,
    `
The company said it expects earnings of $2 a share for [fiscal 2013|2013].
Revenue in [the quarter|2012-Q4] rose 8%.
Revenue for [the quarter|2012-Q4] ended [Dec. 31|2012-12-31] rose 8%.
Shares are up 12% [this year|2013].
Shares are up 12% [so far|PRESENT_REF] [this year|2013].
Shares have gained 20% in [the past 12 months|P12M].
Shares rose to $12 from $9 [a year ago|2012].
Analysts [now|PRESENT_REF] expect a loss for [the current quarter|2013-Q1].
The bank cut its forecast for [2013|2013] and [2014|2014].
The rate has been near zero since [December 2008|2008-12].
The rate was last raised in [June 2006|2006-06].
The central bank meets [next Thursday|2013-03-21].
The central bank next meets on [April 4|2013-04-04].
He has led the party since [late 2009|2009].
He was first elected in [1999|1999] and won a third term [last year|2012].
Voting begins [Saturday|2013-03-16] and ends [Sunday|2013-03-17].
A runoff, if needed, would be held [April 14|2013-04-14].
His funeral will be held on [Friday|2013-03-15].
She was buried on [Friday|2013-03-08].
The attack came [hours|PTXH] after the truce.
The attack came just [two days|P2D] after the truce.
The attack came [less than a week|P1W] after the truce.
It was the second attack in [less than a month|P1M].
It was the deadliest attack in [nearly a year|P1Y].
It was the deadliest attack since [last September|2012-09].
The two-term governor leaves office in [two years|P2Y].
The [82-year-old|P82Y] fell [Sunday|2013-03-10].
He had been ill for [more than a year|P1Y].
He had been ill for [months|PXM].
The island was ruled by Spain for [three centuries|P3CE].
The ship sank [more than 100 years ago|1913].
The boat was last heard from [late Sunday|2013-03-10].
The boat was last heard from on [Sunday|2013-03-10].
Rain is expected through [Sunday|2013-03-17].
Rain is likely [Saturday|2013-03-16] and [Sunday|2013-03-17].
Rain fell from [Friday|2013-03-08] through [Sunday|2013-03-10].
The curfew was lifted [two weeks ago|2013-W09].
The talks, which began [last month|2013-02], are to end by [mid-year|2013].
[Recent|PAST_REF] surveys suggest it has slowed.
[Recently|PAST_REF], it has slowed.
The pact runs until [the end of 2014|2014].
The pact expires at [the end of next year|2014].
The pact expires at [the end of the month|2013-03].
By [the end of last year|2012] it had expired.
By [late summer|2013-SU] it will have expired.
By [early summer|2013-SU] it will have expired.
In [early March|2013-03] it expired.
In [mid-February|2013-02] it expired.
In [the early 2000s|200] it was cheap.
In [the 2000s|200] it was cheap.
Over [the past decade|P1DE], it doubled.
Over [the next decade|P1DE], it will double.
Over [the next 10 years|P10Y], it will double.
By [2020|2020] it will double.
By [2050|2050], it will double.
In [the two years|P2Y] since the war, it doubled.
In [the 10 years|P10Y] since, it doubled.
For the first time since [2004|2004], it snowed.
It snows in [January|2013-01] and [February|2013-02].
The [2008|2008] crisis hit it hard.
The [2012|2012] campaign was close.
The [May 19|2013-05-19] final is sold out.
The [April 2|2013-04-02] deadline is near.
The [Dec. 14|2012-12-14] shooting shocked the state.
It marks the 10th anniversary of the [March 19, 2003|2003-03-19], invasion.
The [March 19, 2003|2003-03-19] invasion split it.
The [June 1967|1967-06] war changed it.
It was found [100 years later|2113].
He arrived on [Sunday, March 10, 2013|2013-03-10].
He arrived [Sunday, March 10|2013-03-10].
He arrived [10 March 2013|2013-03-10].
Published [14 March 2013|2013-03-14] Last updated at 11:50 GMT.
LONDON, [March 14|2013-03-14] (Reuters) - Shares rose [Thursday|2013-03-14].
The [14-month|P14M] inquiry ended.
The [three-year|P3Y], [two-month|P2M] war ended.
The [20-year-old|P20Y] ban ended.
The ban, [20 years old|P20Y], ended.
The [20th-century|19] ban ended.
The [nearly 20-year|P20Y] ban ended.
The [nearly two-year-old|P2Y] war goes on.
The [now|PRESENT_REF]-closed mill burned.
[Some time ago|PAST_REF] he fled.
[Some years ago|PAST_REF] he fled.
[A couple of years ago|PAST_REF] he fled.
[A couple of weeks|PXW] will do.
[A dozen years ago|2001] he fled.
[Dozens of years|PXY] will do.`,
  );
});

test('a wire of another decade', () => {
  finds(
    winter,
    `
WASHINGTON, [Feb. 13|1998-02-13] (AP) _ The Senate voted [Friday|1998-02-13] to end debate.
[02/13/1998|1998-02-13] 14:26:00
[1998-02-13|1998-02-13]
The Dow fell 40 points [Thursday|1998-02-12] after hitting a record [Wednesday|1998-02-11].
The unemployment rate held at 4.7 percent in [January|1998-01].
The trade gap widened in [December|1997-12], the government said [Thursday|1998-02-12].
He was sentenced [last month|1998-01] to [30 years|P30Y] in prison.
The embassy was attacked in [August 1996|1996-08].
The election is set for [March 29|1998-03-29].
Inspectors left in [November|1997-11] after Iraq expelled them.
The weapons inspectors have been there [seven years|P7Y].
The pope left Havana on [Jan. 25|1998-01-25].
[Six months ago|1997-08], the bank was sound.
[Three months ago|1997-11] it was sound.
[Nine months later|1998-11] she gave birth.
On [Feb. 27|1998-02-27] the rate will rise.
The satellite, launched in [1990|1990], was built to last [five years|P5Y].
It has lasted [three years|P3Y] longer than planned.
It is due to be launched [this fall|1998-FA].
The shuttle’s [16-day|P16D] flight ends [Sunday|1998-02-15].
In [the second half of 1997|1997-H2] it lost $4 million.
For [the first nine months|P9M], net income rose.
For [1997|1997], net income rose.
For [the full year|P1Y], net income rose.
It reported [fourth-quarter|1997-Q4] net income of $3 million, compared with $2 million [a year ago|1997].
Its [1997|1997] profit was up from [1996|1996].
He was elected in [1992|1992] and re-elected in [1996|1996].
The class of [1968|1968] met.
She is [18 months old|P18M].
The boy, [6 years old|P6Y], is well.
He waited [three and a half years|P3.5Y].
He waited [3 1/2 years|P3.5Y].
He served [2½ years|P2.5Y].
It took [one and a half hours|PT1.5H].
The flight takes [an hour and a half|PT1.5H].
He had [a year and a half|P1.5Y] to live.
The [two-hour|PT2H] talks failed.
The [48-hour|PT48H] strike began [Monday|1998-02-09].
The [200-year-old|P200Y] oak fell.
[A century ago|18] it was a village.
[Fifty years ago|1948] it was a village.
[Twenty-five years ago|1973], he came here.
[Thirty-two years|P32Y] in office is enough.
[A hundred years|P100Y] is enough.
[One hundred years|P100Y] is enough.
[150 years ago|1848], the treaty was signed.
It is the first visit in [18 years|P18Y].
It is the first since [1979|1979].
It was the first since [the mid-1980s|198].
It was the coldest [February|1998-02] on record.
In [that month|1998-02] 40 died.
In [those days|PAST_REF] it was legal.
[These days|PRESENT_REF] it is not.
At [that time|PAST_REF], it was legal.
[The other day|PAST_REF] he wept.
Twice in [the past week|P1W] it has snowed.
For the third time in [a week|P1W], it snowed.
It snowed for [weeks|PXW].
[Weeks|PXW] of talks led nowhere.
[Months|PXM] of talks led nowhere.
After [months|PXM] of talks, he quit.
After [years|PXY] of war, peace came.
After [decades|PXDE] of war, peace came.
[Years|PXY] of war ended.
In [hours|PTXH] it was gone.
Within [hours|PTXH], it was gone.
Within [days|PXD], it was gone.
In [a few weeks|PXW], it will be gone.
[Next Monday|1998-02-16] is a holiday.
[Last Friday|1998-02-06]’s vote was close.
He left [a week ago|1998-W06].
[Tuesday night|1998-02-10TNI] it snowed.
On [the night of Feb. 3|1998-02-03TNI], it snowed.
[Spring|1998-SP] is coming.
By [summer|1998-SU] it will be gone.
Until [summer|1998-SU] it is ours.
Before [winter|1998-WI] comes, they must leave.
[Last spring|1997-SP]’s floods were bad.
It has been warm [this winter|1998-WI].
[Early in 1997|1997], he was liked.
[Late in the year|1998], he was liked.
[Late in January|1998-01], he was liked.
No later than [March 15|1998-03-15] he will quit.
Not before [2000|2000] will he quit.
In [A.D. 79|0079] it erupted.
In [the first century|00] it erupted.`,
  );
});

test('short messages', () => {
  finds(
    summer,
    `
See you [tmr|2014-06-13] ok?
meeting them [tomoro|2014-06-13]
went there [ytd|2014-06-11]
went there [yest|2014-06-11]
went there [ystd|2014-06-11]
no school [tdy|2014-06-12] yay
see u [nxt week|2014-W25]
see u [nxt wk|2014-W25]
see u [next wk|2014-W25]
Merry [Christmas|2014-12-25] y’all
merry [xmas|2014-12-25]
Happy [Valentine’s Day|2014-02-14]!
happy [mother’s day|2014-05-11] mum
[3 mths|P3M] to go
[2mths|P2M] more
[5yrs|P5Y] of friendship
[10 yrs|P10Y] of friendship
waited [20mins|PT20M] for bus
waited [20min|PT20M] for bus
slept [12 hours|PT12H]
in [3 wks|P3W] time
[3wks|P3W] more
been a long [week|P1W]
what a [day|P1D]!
what a [week|P1W]!
best [day|P1D] ever
have a great [day|P1D] ahead
have a nice [weekend|2014-W24-WE]!
enjoy your [weekend|2014-W24-WE]
can’t wait for [friday|2014-06-13]
can’t wait till [fri|2014-06-13]
see you on [sat|2014-06-14]
free [this sat|2014-06-14]?
working on [monday|2014-06-16]
[Now|PRESENT_REF] watching the game
[now|PRESENT_REF] at the airport
im hungry [now|PRESENT_REF]
[these days|PRESENT_REF] i cant sleep
[all day|P1D] long
slept [all day|P1D]
throwback to [2012|2012]
class of [2014|2014]
World Cup [2014|2014] opening
[Jan 2015|2015-01] intake
exam on [15 jun|2014-06-15]
exam on [15th jun|2014-06-15]
exam on [jun 15|2014-06-15]
see you in [july|2014-07]
see you in [aug|2014-08]
see you in [sept|2014-09]
[Last year|2013] same time
[this year|2014] is tough
[this month|2014-06] is tough
[this summer|2014-SU] is hot
[Summer|2014-SU] is here
the [june|2014-06] holidays
[half an hour|PT0.5H] more
[1 hour|PT1H] more
[one hour|PT1H] more
[1 more hour|PT1H]
[24 hours|PT24H] left
[a few more days|PXD] left
[few days|PXD] left
[few days ago|PAST_REF] i fell
[couple of days|PXD] more
[2 weeks|P2W] left
[2 weeks ago|2014-W22] i fell
[5 days ago|2014-06-07] i fell
[5 days|P5D] to go
[today|2014-06-12] was the best [day|P1D]
in [20 years|P20Y] time
happy [10 years|P10Y] anniversary
[21 years old|P21Y] already
[18 yrs old|P18Y] already
[a while ago|PAST_REF] i fell
in [the past|PAST_REF] he cared
live in [the present|PRESENT_REF]
scared of [the future|FUTURE_REF]
my [future|FUTURE_REF] husband
think about your [future|FUTURE_REF]`,
  );
});

test('rates, times of day and other numbers are no dates', () => {
  finds(
    wednesday,
    `
They meet once a week.
They meet every Monday.
They meet every two years.
The paper is printed daily.
He sings twice a month, and each day he rests.
It costs $40 a month and earns $3 million a year.
At 3 p.m. the siren rang, at midnight it rang again.
Of the runs, 9/11 passed.
He can hold a note on the same time as ever.
At first he prayed; eventually he fled.
The current directory holds the current token.
The system call took 12 ms, then 13.
Now load the model.
Now if you run it, nothing happens.
TML and YTD are three letters.
The least recent used slot is freed.`,
  );
});

test('what a word leads to decides', () => {
  finds(
    wednesday,
    `
The law, passed in [2010|2010], takes full effect in [January|2014-01].
The [2012-13|2012] season ends [May 19|2013-05-19].
The truce will last [two weeks|P2W].
On a [Sunday|XXXX-WXX-7] he rests.
[Half a century ago|1963] it was a village.
[About 65 million years ago|PAST_REF] the asteroid struck.
By [the year 2020|2020] it will double.
In [the years|PXY] since, it has doubled.
In [the first half of this year|2013-H1] it lost money.
[Hundreds of years|PXY] of rule ended.
Costs will double over [the next year|P1Y].
[Next Christmas|2013-12-25] will be quiet.
[Election Day|2013-11-05] is far off.`,
  );
});
