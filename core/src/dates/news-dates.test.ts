/**
 * Sentences of our own as news would have them, with the spans and values that the TIMEX3 guidelines give them: articles and
 * "early", "about", "the end of" inside the span, prepositions and a genitive's "’s" outside. All are read from a Thursday.
 */
import { expect, test } from 'vitest';
import { markedDates } from '../../../test/support.ts';

const thursday = { year: 1989, month: 11, day: 2 };

/** Each line is an article of its own: the marks are taken out and found again. */
const finds = (lines: string): void => {
  for (const line of lines.trim().split('\n'))
    expect(markedDates(line.replace(/\[([^[\]|]*)\|[^\]]*\]/g, '$1'), thursday)).toBe(line);
};

test('days and months by the tense of their clause', () => {
  finds(`
Exports rose in [the fourth quarter|1988-Q4].
The firm said [Monday|1989-10-30] it would cut 500 jobs.
The firm said [Friday|1989-10-27] that it will sell the mill.
It will be released [Friday|1989-11-03].
The rise is expected to be announced [Tuesday|1989-11-07].
Officials said [Wednesday|1989-11-01] that talks would resume.
The two sides agreed [Sunday|1989-10-29] to meet [Tuesday|1989-11-07].
The court is to rule [Wednesday|1989-11-08].
Police arrested him [Saturday|1989-10-28] as he was about to leave.
By [Tuesday|1989-10-31] the rebels had reached the river.
A strike is planned for [Monday|1989-11-06].
The council approved the plan [Tuesday|1989-10-31].
The council plans to vote [Tuesday|1989-11-07].
The bank announced plans [Wednesday|1989-11-01] to close 12 branches.
The exhibition opens [Saturday|1989-11-04].
A spokesman said [Thursday|1989-11-02] that no decision had been made.
The minister, who arrived [Sunday|1989-10-29], leaves [Friday|1989-11-03].
The shuttle is scheduled to land [Saturday|1989-11-04].
He is due in court [Monday|1989-11-06].
In composite trading [Friday|1989-10-27], the stock rose 50 cents.
[Monday|1989-10-30], the dollar fell again.
The deal was expected to close [Tuesday|1989-10-31], but it did not.
A rally is set for [Sunday|1989-11-05] in the capital.
Voters go to the polls [Tuesday|1989-11-07].
The merger is expected to be completed in [December|1989-12].
The firm said it expects to complete the sale by [January|1990-01].
The company reported in [August|1989-08] that it would close.
In [April|1989-04], the court threw out the case.
The trial will begin in [March|1990-03].
The trial began in [March|1989-03].
The fair was held in [December|1988-12].
Exports are expected to rise in [the first quarter|1990-Q1].
Exports rose in [the first quarter|1989-Q1].
Exports rose in [the fourth quarter|1988-Q4].`);
});

test('quarters and fiscal years', () => {
  finds(`
Net income for [the quarter|1989-Q3] ended [Sept. 30|1989-09-30] rose to $14 million.
[Third-quarter|1989-Q3] earnings beat every forecast.
[Fourth-quarter|1989-Q4] results will disappoint, the chairman warned.
The mill lost $3 million in [the year-ago quarter|1988-Q4].
In [fiscal 1989|1989], the chain opened 40 stores.
For [fiscal 1990|1990], it expects to open 60.
In [the second quarter|1989-Q2] the firm wrote off a mine.
In [the first quarter of 1988|1988-Q1] it sold a ship.
In [the current quarter|1989-Q4] it hopes to break even.
In [the latest quarter|1989-Q3] it broke even.
[Next quarter|1990-Q1] looks better.
Exports should rise in [the fourth quarter|1989-Q4].
For [fiscal year 1989|1989] ended [June 30|1989-06-30], it lost $2 million.
It earned $3 million in [fiscal 1988|1988].
The firm has lost money for [three straight quarters|P3Q].`);
});

test('now, then and some day', () => {
  finds(`
The company [now|PRESENT_REF] owns 51% of the shipyard.
The yard [currently|PRESENT_REF] employs 900 people.
It [recently|PAST_REF] bought a brewery.
Not [so far|PRESENT_REF], said the spokesman.
[To date|PRESENT_REF], 200 bodies have been found.
[At present|PRESENT_REF] there is no cure.
[At the moment|PRESENT_REF] we are winning.
[These days|PRESENT_REF] nobody saves.
[Nowadays|PRESENT_REF] nobody saves.
A decision will come [soon|FUTURE_REF].
In [the future|FUTURE_REF], cars will fly.
In [the near future|FUTURE_REF] nothing will change.
In [the past|PAST_REF], dealers set the price.
[Recent|PAST_REF] floods have ruined the rice.
The [current|PRESENT_REF] chairman will stay.
The [current|PRESENT_REF] chairman will stay.
Unlike the previous president, the [current|PRESENT_REF] government is popular.
It had been sold [a few weeks earlier|PAST_REF].
We saw it [the other day|PAST_REF].`);
});

test('counted stretches', () => {
  finds(`
In [the latest nine months|P9M], revenue climbed 12%.
Sales for [the nine months|P9M] were flat.
The two firms have been rivals for [years|PXY].
The strike lasted [three weeks|P3W].
She has run the agency for [the past five years|P5Y].
He signed a [three-year|P3Y] contract.
The [10-year|P10Y] note yielded 7.9%.
The [30-day|P30D] deadline passed quietly.
In [recent weeks|PXW], three dealers have quit.
In [recent months|PXM] the lira has steadied.
In [recent years|PXY] the river has run dry.
The talks took [two days|P2D].
In [the next two years|P2Y], 300 jobs will go.
Over [the next several months|PXM] prices should ease.
Over [the last decade|P1DE], wages stood still.
In [the past year|P1Y], four mayors were charged.
In [the past few months|PXM], two banks have failed.
During [the past 12 months|P12M], imports rose 8%.
He had served [nearly 10 years|P10Y] in the army.
The repair took [about six months|P6M].
It stood empty for [more than a year|P1Y].
It takes [at least three days|P3D] to cross.
The truce held for [less than 24 hours|PT24H].
The siege lasted [several days|PXD].
They had waited [a few hours|PTXH].
She worked there for [decades|PXDE].
The trial went on for [a year and a half|P1.5Y].
A [two-week|P2W] visit ended badly.
A [one-year|P1Y] moratorium was agreed.
A [six-month|P6M] study found no harm.
The [five-day|P5D] meeting ends [Saturday|1989-11-04].
The [90-day|P90D] truce collapsed.
The [four-month-old|P4M] strike goes on.
The price is the highest in [six years|P6Y].
In [a year|P1Y] the plant will employ 500.
Within [two weeks|P2W] they will know.
In [six months|P6M] they will vote again.
[Half a year|P0.5Y] passed.
Sales in [the 12 months|P12M] ended [Aug. 31|1989-08-31] were $2 billion.
In [the three months|P3M] ended [Sept. 30|1989-09-30], it lost $4 million.
[Three months|P3M] after the fire, the shop reopened.
The market has risen [five days|P5D] in a row.
The case has dragged on [15 years|P15Y].
The case may drag on for [another five years|P5Y].
The fleet had been at sea for [eight months|P8M] when the war ended.
The ship sailed [48 hours|PT48H] before the storm.
A group of [30-year|P30Y] bonds fell.
It will be sold within [the next few weeks|PXW].
He played for [more than two decades|P2DE].
In [the last 20 years|P20Y] it has shrunk by half.
He is [52 years old|P52Y].
The [43-year-old|P43Y] senator is ill.
In [the coming weeks|PXW] they will meet.
In [coming months|PXM] they will meet.
It was the worst fire in [a decade|P1DE].
It sold 2,000 cars in [the first nine months|P9M] of [1989|1989].
In the [12-month|P12M] period they rose.
He leaves after [five years|P5Y] as chairman.
[The past week|P1W] was calm.`);
});

test('read from the day of the report', () => {
  finds(`
That compares with $2 million in [the year-earlier period|1988].
Trading [yesterday|1989-11-01] was thin.
Prices slid [last week|1989-W43] on rumors of a glut.
Orders will be shipped [next week|1989-W45].
The plant closed [last month|1989-10].
A ruling is due [early next month|1989-12].
The minister resigned [late last month|1989-10].
The union struck [earlier this year|1989].
A second reactor opens [later this month|1989-11].
Output grew 3% [this year|1989], against 5% [last year|1988].
The dam will be finished [next year|1990].
The index stood 14 points lower than [a day earlier|1989-11-01].
By [the end of the year|1989], the debt will be paid.
By [the end of this month|1989-11], the troops will be home.
At [the beginning of next year|1990] a new tariff takes effect.
[Two days later|1989-11-04] is too soon, he said.
He quit [two years ago|1987].
[A year ago|1988], the stock traded at $9.
[Four months ago|1989-07] the fund was bankrupt.
[Ten days ago|1989-10-23] the ferry sank.
The storm hit [last Thursday|1989-10-26].
The vote is set for [next Tuesday|1989-11-07].
The hearing begins [this Friday|1989-11-03].
He will speak [tomorrow|1989-11-03].
[Today|1989-11-02] the court ruled against him.
[Last spring|1989-SP] the river flooded.
[This summer|1989-SU] was dry.
[Next fall|1990-FA] she will run for senator.
[Last winter|1988-WI] was mild.
A new chairman takes over [the following year|1990].
[The previous year|1988] was worse.
[The next day|1989-11-03] the army came.
[That year|1989] the crop failed.
He left [the same day|1989-11-02].
The profit was a third of that of [the year before|1988].
Volume was light for [the week|1989-W44].
For [the year|1989], analysts see $2 a share.
For [the month|1989-11], sales are steady.
The fund’s [year-end|1989] bonus was cut.
He plans to retire at [year-end|1989].
It should be finished by [year’s end|1989].
The clinic was built in [the 19th century|18].
[This century|19] has seen two world wars.
The station went off the air [last weekend|1989-W43-WE].
Over [the weekend|1989-W43-WE], rebels took the bridge.
[This weekend|1989-W44-WE] the leaders meet.
The firm, founded [75 years ago|1914], makes clocks.
The prices of [a month ago|1989-10] are gone.
Until [last June|1989-06] she taught mathematics.
[Late yesterday|1989-11-01], the stock was halted.
[Early last week|1989-W43] traders were calm.
[Late last year|1988] it bought a rival.
[Early this year|1989] it sold it.
At [the start of the decade|198] they were low.
Prices will rise at [the end of next week|1989-W45].
The deal was struck at [the end of last year|1988].
He was convicted [six months later|1990-05].
[Three years later|1992] he was freed.
[This month|1989-11] it shrank again.
It had a loss of $2 million [a year earlier|1988].
[Later this week|1989-W44] they vote.
[Later in the day|1989-11-02] the troops left.
[Earlier in the week|1989-W44] it rained.
The court [today|1989-11-02] upheld the verdict.
At [year-end 1988|1988] it had 40 ships.
[A week ago|1989-W43] nobody knew his name.
[A decade ago|197] the valley was farmland.
[Today|1989-11-02]’s market is calmer.
[Yesterday|1989-11-01]’s rally surprised brokers.
[Last year|1988]’s harvest was the best on record.
A poll in [last Sunday|1989-10-29]’s paper gave her 52%.
[The coming year|1990] looks hard.`);
});

test('days, months, years and decades', () => {
  finds(`
The board meets [Monday|1989-11-06] to vote on the plan.
The board met [Monday|1989-10-30] and voted for the plan.
Shares closed [Friday|1989-10-27] at $31.50.
Rates doubled in [the 1970s|197] and fell in [the 1980s|198].
The bank grew quickly in [the early 1980s|198].
The rule dates from [the late 1960s|196].
On [Oct. 13|1989-10-13] the market plunged.
The dividend is payable [Dec. 15|1989-12-15] to holders of record [Nov. 24|1989-11-24].
The lease runs through [March 31, 1994|1994-03-31].
The merger was completed in [June|1989-06].
The plant will reopen in [January|1990-01].
Talks broke down in [August 1988|1988-08].
In [the first half of 1990|1990-H1] they should recover.
In [the spring of 1986|1986-SP] the reactor burned.
The pact was signed in [late 1988|1988].
The pact expires in [early 1991|1991].
In [mid-October|1989-10] the dollar weakened.
By [mid-1990|1990] the line will be ready.
The law took effect in [1986|1986].
The [1987|1987] crash taught him caution.
From [1984|1984] to [1988|1988] he was in prison.
Between [1975|1975] and [1979|1979], a fifth of the people died.
On [Christmas Eve|1989-12-24] the shops close early.
[Thanksgiving|1989-11-23] is busy for airlines.
On [Wednesday, Nov. 1, 1989|1989-11-01], the wall still stood.
The paper of [Oct. 30, 1989|1989-10-30], carried the story.
The stamp says [10/31/89|1989-10-31].
The hijackers landed on [Tuesday, April 5|1988-04-05].
Exports in [September|1989-09] fell from [August|1989-08].
The senator, a farmer until [1968|1968], is popular.
His first novel came out in [the mid-1950s|195].
He wrote it in [the summer of 1961|1961-SU].
Since [January|1989-01], six directors have resigned.
Since [Monday|1989-10-30] the phones have been dead.
Until [April|1990-04] nothing will be decided.
He has until [Nov. 10|1989-11-10] to reply.
Through [October|1989-10], car sales were down 7%.
At [the end of October|1989-10] stocks were high.
The [1990|1990] budget was cut.
It plans to raise output by [1992|1992].
His term ends in [July 1991|1991-07].
He joined in [Feb. 1979|1979-02].
The [Oct. 17|1989-10-17] earthquake broke the bridge.
A [Nov. 15|1989-11-15] hearing is planned.
The hijackers landed on [Tuesday, April 5|1988-04-05].
They met [Thursday night|1989-11-02TNI].
It took effect [Jan. 1|1989-01-01].
It takes effect [Jan. 1|1990-01-01].
The bonds mature in [2002|2002].
The bonds are due [1999|1999].
It will be sold by [the end of 1990|1990].
In the [1988|1988] quarter it earned $1 million.
A woman, 61, died.
The market was closed [Monday|1989-10-30] for a holiday.
He was born on [Aug. 4, 1961|1961-08-04], in Ohio.
From [Monday|1989-10-30] to [Wednesday|1989-11-01] the ports were shut.
Since [the mid-1970s|197] there has been peace.
It was the worst fire since [1906|1906].
The [Dec. 31|1989-12-31] deadline looms.
The [October|1989-10] figures are out.
The [November 1988|1988-11] election was close.
A [Sunday|1989-10-29] newspaper said so.
[September|1989-09]’s figure was revised.
[Sunday|1989-10-29]’s election was fair.
[Tuesday|1989-11-07]’s election will be close.`);
});
