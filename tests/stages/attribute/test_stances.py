"""A table of stances: one sentence a line, all its attributions have that stance."""

import pytest

TABLE = """
asserts | The court ruled that the sale was void.
asserts | The ministry insisted that the bridge was safe.
asserts | “The bridge is safe,” insisted the ministry's engineer.
asserts | The mayor made clear that the market would stay where it is.
asserts | The pilot let slip that the flight had been cancelled twice.
asserts | She is on record as saying that the tunnel was never inspected.
asserts | He went on to say that the harbour had lost half its trade.
asserts | The chairwoman stressed that no jobs would be lost.
asserts | The report concludes that the dyke was built too low.
asserts | The lawyer maintained that her client had been at home.
asserts | The admiral boasted that his fleet had never lost a ship.
asserts | The minister warned that prices would rise in winter.
asserts | Officials told Adria Wire that the cargo had been moved.
asserts | The union said nobody had been paid since June.
asserts | The inspector did not doubt that the seal had been broken.
asserts | It emerged that the tickets had been sold twice.
asserts | The spokeswoman said the ferry was not overloaded.
asserts | The company announced that it would close two of its mills.
asserts | The coach hinted that the captain would leave in summer.
asserts | The bishop reiterated that the chapel was not for sale.
asserts | The director accused the board of hiding the debt.
asserts | The prosecutor alleged that the clerk took two payments.
confirms | The governor confirmed that two men had been arrested.
confirms | The airline acknowledged that a door had been left open.
confirms | The owner admitted that the brakes had failed.
confirms | The president conceded that the plan had cost too much.
confirms | The arrest was confirmed by a police spokesman.
confirms | A spokesman for the bank confirmed the sale of its branches.
confirms | The auditors verified that the money had reached the school.
confirms | The minister has now confirmed that the talks took place in May.
confirms | Rescuers confirmed on Sunday that three climbers were missing.
confirms | “We made a mistake with the list,” the manager admitted.
confirms | The company owned up to dumping waste in the lake.
confirms | The captain confessed that he had been asleep.
denies | The company denied that it had dumped waste in the lake.
denies | The company denied dumping waste in the lake.
denies | The mayor rejected claims that the water was unsafe.
denies | The ministry dismissed the report as fiction.
denies | The minister dismissed as nonsense claims that the dam was leaking.
denies | The embassy called the report a fabrication.
denies | The minister said the report was false.
denies | “That is a lie,” the senator said.
denies | “It is not true,” the manager told reporters.
denies | The bank disputed the figure of 40 branches.
denies | The general refuted the accusation that his men had fled.
denies | The clinic has denied any wrongdoing.
denies | The agency pushed back on claims that the vaccine had expired.
denies | The minister rebuffed suggestions that the tax would return.
denies | The party rubbished reports that its leader would resign.
denies | The firm contradicted the minister's account of the meeting.
denies | The senator walked back his claim that the vote had been rigged.
denies | The newspaper retracted its report that the bank had failed.
denies | The witness withdrew her statement that the car was red.
denies | The rumour that the king had died was denied by the palace.
denies | “There was no secret meeting,” the envoy said.
denies | The harbourmaster said no such order had left his office.
denies | The bishop said it was untrue.
denies | The coach told reporters that this was not true.
denies | Her lawyer said those were lies.
denies | The mayor now says it is false.
denies | “No such meeting took place,” the senator said.
denies | The curator told the panel that no such vase was ever sold.
denies | No such letter exists, the abbot said.
asks | The nurse wants the ministry to inspect all twelve bridges.
asks | The villagers want the mill to be reopened.
asks | The bishop wanted the bells to be rung at noon.
asks | The chess club wants the school to lend it two rooms.
declines | She said she would ‘not speculate about motives’.
declines | The coach said he could not discuss the contract.
declines | The envoy told reporters that she wouldn't be drawn on names.
declines | The board said it cannot comment on the lawsuit.
declines | “I've got nothing to say to the press,” the driver told the Herald.
declines | “We have nothing further to add,” the airline said.
declines | The bishop said he had nothing to say about the sale.
declines | “I have nothing to say,” the goalkeeper said.
asserts | The bishop said such a letter had reached his office.
asserts | “I had nothing to eat for two days,” the climber said.
denies | The port authority flatly denied that a crane had fallen.
denies | The mayor described the allegations as baseless.
denies | The governor scoffed at reports that he would step down.
denies | The school ruled out that the fire had been set on purpose.
doubts | The senator doubted that the law would pass.
doubts | Nordbank doubts whether the loan will be repaid.
doubts | The opposition questioned whether the tunnel would ever open.
doubts | Economists cast doubt on the government's figures for exports.
doubts | The envoy expressed doubt that the truce would hold.
doubts | The surveyor voiced doubts about the strength of the roof.
doubts | Critics challenged the minister's figures on housing.
doubts | The mayor was sceptical that the bridge would be finished by May.
doubts | The farmers are not convinced that the dam will bring water.
doubts | The judge raised questions about the witness's account.
doubts | The engineer said she doubted that the wall would hold.
doubts | The doctor was unsure whether the treatment had helped.
declines | The agency did not confirm the figures.
declines | The chairman would not say when the plant would close.
declines | “I will not comment on that,” the director said.
declines | The ministry could not confirm that the hostages were alive.
declines | The police refused to rule out that the fire had been set on purpose.
declines | The minister did not deny that the talks had failed.
declines | The palace would neither confirm nor deny that the queen was ill.
declines | The army stopped short of confirming that the town had fallen.
declines | The spokeswoman declined to comment on the reports of layoffs.
declines | The company declined to say how many jobs would go.
declines | The firm has not commented on the allegations of bribery.
declines | Neither Varna nor Lodz confirmed that the talks had taken place.
declines | The investigators have yet to confirm that the letter is genuine.
declines | The bank was unable to confirm the loss of the files.
declines | The minister refused to be drawn on whether she would stand again.
declines | The governor would not confirm or deny the arrest of his aide.
declines | The coroner refused to speculate on the cause of the crash.
declines | The clerk did not say whether the vote would be repeated.
declines | The lawyer never denied that the letter was his.
declines | “No comment,” said the owner of the mine.
declines | “We cannot confirm this,” a police spokesman said.
declines | The operator would not be drawn on the number of passengers.
promises | The minister promised to rebuild the school by autumn.
promises | “We promise to pay every worker,” the director said.
promises | The president vowed that the army would not retreat.
promises | The company pledged not to raise prices before spring.
promises | The mayor vowed to reopen the library.
promises | The bank undertook to repay its customers within a month.
promises | The king swore that he would never return.
promises | The airline guaranteed that every ticket would be refunded.
promises | “You have my word that we will stay,” the manager said.
promises | The premier gave assurances that no village would be moved.
promises | The council committed to plant a thousand trees.
asks | The unions urged the owners to keep the plant open.
asks | Alarmed residents demanded that the mine be closed.
asks | “Where is the ferry?” the boy asked.
asks | The senator asked whether the dam had been inspected.
asks | The judge asked the witness to repeat the name.
asks | The families called for an inquiry into the sinking.
asks | The bishop appealed to both sides to lay down their arms.
asks | The minister called on drivers to stay at home.
asks | The reporter asked why the list had been changed.
asks | The captain ordered the crew to leave the ship.
asks | The police appealed for witnesses to the robbery.
asks | The committee requested that the files be handed over.
asks | “Please leave the beach,” the guard told bathers.
asks | Residents were told to boil their water.
asks | The premier begged voters to be patient.
asserts | The pharmacist pointed out that the label was wrong.
asserts | In his memoir, the admiral recalls that the fleet was late.
asserts | The charity estimates that 300 families lost their homes.
asserts | The auditor did not question that the money was spent.
confirms | The bank has confirmed reports that it will close 12 branches.
confirms | The pilot's admission that he had been drinking shocked the court.
confirms | A spokeswoman confirmed to Reuters that the shipment had arrived.
confirms | Officials have since acknowledged the error.
denies | Petrov has consistently denied any involvement in the robbery.
denies | The embassy said there was no truth in the reports.
denies | The trust disputes the claim that the painting was stolen.
denies | The actress laughed off rumours that she was to marry.
denies | The vicar denies he ever met the man.
denies | Claims that the plant leaked were dismissed by the operator.
doubts | Scientists are sceptical about the firm's claim of a cure.
doubts | The historian wondered whether the letter was genuine.
doubts | Residents remain unconvinced that the flood wall will work.
doubts | The lawyer cast doubt on whether the witness had been there.
doubts | The opposition leader questioned the need for a new airport.
declines | The minister would not comment on whether the envoy had been recalled.
declines | Neither side would confirm that a deal had been signed.
declines | The hospital refused to say how many patients were affected.
declines | The company did not immediately confirm the death of the worker.
declines | Police have not said whether the driver was hurt.
declines | “I'm not going to discuss that,” the coach said.
declines | The general failed to confirm the loss of the submarine.
declines | The ministry has neither confirmed nor denied the arrest.
promises | The new owners have promised that no jobs will be lost.
promises | The prince pledged 2 million euros to the hospital.
promises | “I give you my word that the road will be built,” the minister said.
promises | The regulator committed to publishing the report by June.
asks | The widow begged the court to release the body.
asks | Campaigners are calling for the ban to be lifted.
asks | The mayor wanted to know whether the train would run.
asks | “Who paid for the boat?” the lawyer asked.
asks | The rector has asked students to leave the hall.
asks | The union is demanding a pay rise of 5 percent.
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("stance", "text"), ROWS, ids=[text for _, text in ROWS])
def test_a_stance_of_the_table(said, stance, text):
    found = said(text)
    assert found
    assert {s.stance for s in found} == {stance}
