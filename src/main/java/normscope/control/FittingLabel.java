package normscope.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label that says the same in fewer words where there is less room, instead of breaking off. */
public final class FittingLabel extends Label {

    private List<String> wordings = List.of("");

    public FittingLabel() {
        setMinWidth(0);
    }

    /** Sets what to say: wordings from long to short, with a bar between them, as in "Without batch norm|Without". */
    public void setWordings(String alternatives) {
        List<String> next = List.of(alternatives.split("\\|", -1));
        if (!next.equals(wordings)) {
            wordings = next;
            setText(fitting());
        }
    }

    /** The first wording, whether it fits or not. */
    public String longest() {
        return wordings.get(0);
    }

    @Override
    protected void layoutChildren() {
        setText(fitting());
        super.layoutChildren();
    }

    private String fitting() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        return wordings.stream()
                .filter(wording -> width(wording) <= room)
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1));
    }

    private double width(String wording) {
        Text text = new Text(wording);
        text.setFont(getFont());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snapSizeX(width(wordings.get(0))) + snappedRightInset();
    }
}
