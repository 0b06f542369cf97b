package normscope.instrument;

import java.util.List;
import javafx.beans.property.Property;
import normscope.control.SegmentedChoice;
import normscope.experiment.Arms;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** The choice of the arm that an instrument shows. */
public final class ArmChoice {

    private ArmChoice() {}

    /**
     * Makes a choice between the two arms.
     *
     * @param id prefix of its id
     * @param arm the chosen one, from 0
     * @param lab names the arms
     * @return the control
     */
    public static SegmentedChoice<Integer> of(String id, Property<Integer> arm, LabViewModel lab) {
        SegmentedChoice<Integer> choice = new SegmentedChoice<>(
                List.of(0, 1),
                each -> Texts.text("arm.choice." + Arms.key(each)),
                each -> Texts.text("arm.choice." + Arms.key(each) + ".tip"));
        choice.setId(id + "-arm");
        choice.follow(arm);
        // A panel lives as long as the window.
        Runnable name = () -> choice.relabel(
                each -> ArmNames.of(lab.configProperty().get(), each, Texts.text("arm.choice." + Arms.key(each))));
        lab.configProperty().addListener(observable -> name.run());
        name.run();
        return choice;
    }
}
