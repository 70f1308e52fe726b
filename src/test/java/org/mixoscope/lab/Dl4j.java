package org.mixoscope.lab;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ISchedule;

/// Networks of ours as Deeplearning4j has them.
public final class Dl4j {
  private Dl4j() {}

  /// The same network with the same weights.
  ///
  /// @param network of dense layers, convolutions, pools and ReLU. Not modified
  /// @param updater its optimiser
  public static MultiLayerNetwork of(Network network, IUpdater updater) {
    NetSpec spec = network.spec();
    NeuralNetConfiguration.Builder builder =
        new NeuralNetConfiguration.Builder().updater(updater).activation(Activation.IDENTITY);
    NeuralNetConfiguration.ListBuilder layers = builder.list();
    for (Layer layer : spec.layers()) {
      boolean last = layer == spec.layers().getLast();
      switch (layer) {
        case Layer.Dense(int units) when last ->
            layers.layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(units)
                    .activation(Activation.SOFTMAX)
                    .build());
        case Layer.Dense(int units) -> layers.layer(new DenseLayer.Builder().nOut(units).build());
        case Layer.Convolution(int channels) ->
            layers.layer(
                new ConvolutionLayer.Builder(3, 3)
                    .stride(1, 1)
                    .padding(1, 1)
                    .nOut(channels)
                    .build());
        case Layer.MaxPool _ ->
            layers.layer(
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .build());
        case Layer.Relu _ -> layers.layer(new ActivationLayer(Activation.RELU));
        case Layer.Dropout _, Layer.BatchNorm _ -> throw new IllegalArgumentException("not here");
      }
    }
    Shape in = spec.input();
    boolean convolves = spec.layers().getFirst() instanceof Layer.Convolution;
    MultiLayerConfiguration conf =
        layers
            .setInputType(
                convolves
                    ? InputType.convolutional(in.height(), in.width(), in.channels())
                    : InputType.feedForward(in.size()))
            .build();
    MultiLayerNetwork other = new MultiLayerNetwork(conf);
    other.init();
    for (int k = 0; k < network.stages().size(); k++) {
      List<Weights> weights = network.stages().get(k).weights();
      if (!weights.isEmpty()) {
        INDArray value = Nd4j.create(weights.getFirst().value);
        if (network.stages().get(k) instanceof DenseStage) {
          value = value.transpose();
        }
        INDArray bias = Nd4j.create(weights.getLast().value).ravel().reshape(1, -1);
        other.setParam(k + "_W", value.reshape(other.getParam(k + "_W").shape()));
        other.setParam(k + "_b", bias);
      }
    }
    return other;
  }

  /// A batch as such a network takes it.
  public static INDArray inputs(Network network, float[][] rows) {
    INDArray all = Nd4j.create(rows);
    Shape in = network.spec().input();
    return network.spec().layers().getFirst() instanceof Layer.Convolution
        ? all.reshape(rows.length, in.channels(), in.height(), in.width())
        : all;
  }

  /// Momentum as PyTorch has it; that of Deeplearning4j is Nesterov's.
  public record Momentum(double rate, double momentum) implements IUpdater {
    @Override
    public long stateSize(long parameters) {
      return parameters;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(INDArray view, boolean initialize) {
      if (initialize) {
        view.assign(0);
      }
      return new MomentumUpdater(this, view);
    }

    @Override
    public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean initialize) {
      throw new UnsupportedOperationException("has a view");
    }

    @Override
    public IUpdater clone() {
      return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
      return rate;
    }

    @Override
    public boolean hasLearningRate() {
      return true;
    }

    @Override
    public void setLrAndSchedule(double newRate, ISchedule schedule) {
      throw new UnsupportedOperationException("stays as it is");
    }
  }

  private record MomentumUpdater(Momentum config, INDArray velocity)
      implements GradientUpdater<Momentum> {
    @Override
    public Momentum getConfig() {
      return config;
    }

    @Override
    public Map<String, INDArray> getState() {
      return Map.of("V", velocity);
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
      throw new UnsupportedOperationException("has a view");
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
      throw new UnsupportedOperationException("has a view");
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      velocity.muli(config.momentum).addi(gradient.reshape(velocity.shape()));
      gradient.assign(velocity.mul(config.rate).reshape(gradient.shape()));
    }
  }

  /// Adam with the rate of ours.
  public static IUpdater adam(double rate) {
    return new Adam(rate);
  }
}
