package normscope.present;

import normscope.lab.LabViewModel;

/** How the Lab shows things, to put it back after a class. */
record LabView(LabViewModel lab, int layer, boolean accuracy, double speed) {

    static LabView of(LabViewModel lab) {
        return new LabView(
                lab,
                lab.curves().bandLayerProperty().get(),
                lab.curves().showAccuracyProperty().get(),
                lab.transport().speedProperty().get());
    }

    void restore() {
        int last = lab.layers().layerCountProperty().get() - 1;
        lab.curves().bandLayerProperty().set(Math.min(layer, last));
        lab.curves().showAccuracyProperty().set(accuracy);
        lab.transport().speedProperty().set(speed);
    }
}
